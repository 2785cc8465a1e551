import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Which tokens are accepted. */
export interface AuthOptions {
  /** Issuer identifier: `iss` of a token must equal it exactly. */
  readonly issuer: string;
  /** `aud` of a token must contain it. */
  readonly audience: string;
  /** Every guarded route requires this scope. */
  readonly scope: string;
  /** How far the issuer's clock may differ from ours, seconds: for `nbf` and `exp`. */
  readonly clockToleranceSeconds: number;
  /** Clients, by their id, whose requests check the service instead of using it: `Principal.isProbe`. */
  readonly probeClients: ReadonlySet<string>;
  /** The issuer's keys as it once listed them (`keys` of a JWKS): for a process that starts while the issuer does not answer. */
  readonly snapshot?: readonly unknown[] | undefined;
  /** How many verified tokens are kept, about 260 bytes each, of which 28 are reserved at start; then the least recently used leaves. */
  readonly maxCachedTokens: number;
}

export const {
  ConfigurableModuleClass: ConfigurableAuthModule,
  MODULE_OPTIONS_TOKEN: AUTH_OPTIONS,
} = new ConfigurableModuleBuilder<AuthOptions>({ moduleName: 'Auth' })
  .setClassMethodName('forRoot')
  .build();
