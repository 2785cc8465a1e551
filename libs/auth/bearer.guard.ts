import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { IdentityUnavailableError } from './errors/identity-unavailable.error.js';
import { InsufficientScopeError } from './errors/insufficient-scope.error.js';
import { UnauthenticatedError } from './errors/unauthenticated.error.js';
import type { Principal } from './principal.js';
import { IS_PUBLIC } from './public.decorator.js';
import { bearerTokenOf } from './tokens/bearer-token.js';
import { STRATEGY } from './tokens/jwt.strategy.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';

/** Details for clients by the start of jsonwebtoken's error message. */
const REFUSALS: readonly (readonly [start: string, detail: string])[] = [
  ['jwt expired', 'The token has expired.'],
  ['jwt not active', 'The token is not valid yet.'],
  ['jwt audience invalid', 'The token is for another audience.'],
  ['jwt issuer invalid', 'The token is from another issuer.'],
  ['invalid signature', 'The signature of the token does not verify.'],
];

/** Lets a request in when its token verifies and carries the scope, or the route is `@Public()`. */
@Injectable()
export class BearerGuard extends AuthGuard(STRATEGY) {
  constructor(
    @Inject(AUTH_OPTIONS) private readonly authOptions: AuthOptions,
    private readonly reflector: Reflector,
    private readonly verifiedTokens: VerifiedTokens,
  ) {
    super();
  }

  /** Synchronous for a token that was verified recently, which is the common case. */
  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.isPublic(context)) return true;
    const request = requestOf(context);
    const token = bearerTokenOf(request);
    if (token === undefined) throw withoutToken(request.headers.authorization);
    const known = this.verifiedTokens.find(token);
    if (!known) return this.verify(context);
    request.user = known;
    return this.admit(known);
  }

  override handleRequest<T>(error: unknown, user: T | false, refusal: unknown): T {
    if (user && !error) return user;
    const reason = error ?? refusal;
    if (reason instanceof IdentityUnavailableError) throw reason;
    throw UnauthenticatedError.invalidToken(detailOf(reason), { cause: reason });
  }

  private async verify(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    return this.admit(requestOf(context).user);
  }

  private admit(user: Principal | undefined): boolean {
    if (user?.scopes.has(this.authOptions.scope)) return true;
    throw new InsufficientScopeError(this.authOptions.scope);
  }

  private isPublic(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, targets) ?? false;
  }
}

function requestOf(context: ExecutionContext): FastifyRequest & { user?: Principal } {
  return context.switchToHttp().getRequest();
}

/** A bearer header without a token gets another challenge than no header (RFC 6750 section 3.1). */
function withoutToken(authorization: string | undefined): UnauthenticatedError {
  return /^bearer\b/i.test(authorization ?? '')
    ? UnauthenticatedError.invalidToken('The Authorization header holds no single bearer token.')
    : UnauthenticatedError.noToken();
}

function detailOf(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : '';
  const known = REFUSALS.find(([start]) => message.startsWith(start));
  if (known) return known[1];
  return message.startsWith('The token') ? message : 'The token does not verify.';
}
