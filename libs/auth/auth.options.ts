import { ConfigurableModuleBuilder } from '@nestjs/common';

/** The claims that a token needs. */
export interface AuthOptions {
  /** Issuer identifier: `iss` of a token must equal it exactly. */
  readonly issuer: string;
  /** `aud` of a token must contain it. */
  readonly audience: string;
  /** Every guarded route requires this scope. */
  readonly scope: string;
}

export const {
  ConfigurableModuleClass: ConfigurableAuthModule,
  MODULE_OPTIONS_TOKEN: AUTH_OPTIONS,
} = new ConfigurableModuleBuilder<AuthOptions>({ moduleName: 'Auth' })
  .setClassMethodName('forRoot')
  .build();
