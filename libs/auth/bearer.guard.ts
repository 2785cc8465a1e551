import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { IdentityUnavailableError } from './errors/identity-unavailable.error.js';
import { InsufficientScopeError } from './errors/insufficient-scope.error.js';
import { UnauthenticatedError, type TokenFault } from './errors/unauthenticated.error.js';
import type { Principal } from './principal.js';
import { IS_PUBLIC } from './public.decorator.js';
import { bearerTokenOf } from './tokens/bearer-token.js';
import { STRATEGY } from './tokens/jwt.strategy.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';

/** What jsonwebtoken's own refusals mean; their texts start like this. */
const REFUSALS: readonly (readonly [start: string, fault: TokenFault])[] = [
  ['jwt expired', 'expired'],
  ['jwt not active', 'not-active'],
  ['jwt audience invalid', 'audience'],
  ['jwt issuer invalid', 'issuer'],
];

/** Admits a request when its token is valid and has the scope, or the route is `@Public()`. */
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
    if (reason instanceof UnauthenticatedError) throw reason;
    throw invalidToken(reason);
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
    ? UnauthenticatedError.invalidToken('no-single-token')
    : UnauthenticatedError.noToken();
}

function invalidToken(cause: unknown): UnauthenticatedError {
  const message = cause instanceof Error ? cause.message : '';
  // Our own words on its form; those of the libraries are not for the client.
  if (message.startsWith('The token'))
    return UnauthenticatedError.malformedToken(message, { cause });
  const [, fault] = REFUSALS.find(([start]) => message.startsWith(start)) ?? ['', 'other' as const];
  return UnauthenticatedError.invalidToken(fault, { cause });
}
