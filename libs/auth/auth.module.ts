import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ConfigurableAuthModule } from './auth.options.js';
import { BearerGuard } from './bearer.guard.js';
import { TokenBucket } from './keys/token-bucket.js';
import { IssuerClient } from './keys/issuer-client.js';
import { IssuerKeys } from './keys/issuer-keys.js';
import { KeySetReader } from './keys/key-set-reader.js';
import { JwtStrategy } from './tokens/jwt.strategy.js';
import { TokenVerifier } from './tokens/token-verifier.js';
import { VerificationQueue } from './tokens/verification-queue.js';
import { VerifiedTokens } from './tokens/verified-tokens.js';

/**
 * Guards every route of the application with OpenID Connect bearer tokens, unless it is `@Public()`.
 * It verifies tokens; issuing them is the identity provider's work. Needs the `ClockModule`.
 */
@Global()
@Module({
  providers: [
    TokenBucket,
    KeySetReader,
    IssuerClient,
    IssuerKeys,
    VerifiedTokens,
    VerificationQueue,
    TokenVerifier,
    JwtStrategy,
    { provide: APP_GUARD, useClass: BearerGuard },
  ],
  exports: [IssuerKeys, VerifiedTokens],
})
export class AuthModule extends ConfigurableAuthModule {}
