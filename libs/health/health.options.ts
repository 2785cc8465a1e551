import { ConfigurableModuleBuilder } from '@nestjs/common';

/** A condition that must be met before the process takes requests. */
export interface StartCondition {
  readonly name: string;
  readonly isMet: () => boolean;
  /** What an operator should know although it is met. */
  readonly note?: () => string | undefined;
}

/** The conditions for readiness. */
export interface HealthOptions {
  readonly startConditions: readonly StartCondition[];
}

export const {
  ConfigurableModuleClass: ConfigurableHealthModule,
  MODULE_OPTIONS_TOKEN: HEALTH_OPTIONS,
  ASYNC_OPTIONS_TYPE,
} = new ConfigurableModuleBuilder<HealthOptions>({ moduleName: 'Health' })
  .setClassMethodName('forRoot')
  .build();
