import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { AUTH_OPTIONS, type AuthOptions } from './auth.options.js';
import { InsufficientScopeError } from './errors/insufficient-scope.error.js';
import type { Principal } from './principal.js';
import { IS_PUBLIC } from './public.decorator.js';
import { bearerTokenOf } from './tokens/bearer-token.js';
import type { GuardedRequest } from './tokens/guarded-request.js';
import { STRATEGY } from './tokens/jwt.strategy.js';
import { readTokenHeader } from './tokens/token-header.js';
import { VerificationQueue } from './tokens/verification-queue.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';

/** Admits a request when its token is valid and has the scope, or the route is `@Public()`. */
@Injectable()
export class BearerGuard extends AuthGuard(STRATEGY) {
  constructor(
    @Inject(AUTH_OPTIONS) private readonly authOptions: AuthOptions,
    private readonly reflector: Reflector,
    private readonly verifiedTokens: VerifiedTokens,
    private readonly queue: VerificationQueue,
  ) {
    super();
  }

  /**
   * Synchronous for a token that was verified recently, which is the common case, and for text that is no token of
   * ours, which anybody can send.
   */
  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.isPublic(context)) return true;
    const request = requestOf(context);
    const token = bearerTokenOf(request);
    const known = this.verifiedTokens.find(token);
    if (known) {
      request.user = known;
      return this.admit(known);
    }
    request.unverified = { token, header: readTokenHeader(token.text) };
    return this.verify(context, request);
  }

  private async verify(context: ExecutionContext, request: GuardedRequest): Promise<boolean> {
    await this.queue.run(request.raw.socket, async () => super.canActivate(context));
    return this.admit(request.user);
  }

  private admit(user: Principal | undefined): boolean {
    if (user?.hasScope) return true;
    throw new InsufficientScopeError(this.authOptions.scope);
  }

  private isPublic(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, targets) ?? false;
  }
}

function requestOf(context: ExecutionContext): GuardedRequest {
  return context.switchToHttp().getRequest();
}
