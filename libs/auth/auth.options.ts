import { ConfigurableModuleBuilder } from '@nestjs/common';

/** What a token must say to be accepted. */
export interface AuthOptions {
  /** Issuer identifier: tokens must name it in `iss`, letter for letter. */
  readonly issuer: string;
  /** Tokens must name it in `aud`. */
  readonly audience: string;
  /** Every guarded route asks for this scope. */
  readonly scope: string;
}

export const {
  ConfigurableModuleClass: ConfigurableAuthModule,
  MODULE_OPTIONS_TOKEN: AUTH_OPTIONS,
} = new ConfigurableModuleBuilder<AuthOptions>({ moduleName: 'Auth' })
  .setClassMethodName('forRoot')
  .build();
