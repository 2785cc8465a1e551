import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Something that must have happened once before the process may take requests. */
export interface StartCondition {
  readonly name: string;
  readonly isMet: () => boolean;
}

/** What must have come about before the process is ready. */
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
