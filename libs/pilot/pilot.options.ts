import { ConfigurableModuleBuilder } from '@nestjs/common';

/** The size of the pilot group. */
export interface PilotOptions {
  /** Percentage of users in the group, 0 to 100. */
  readonly percent: number;
}

export const {
  ConfigurableModuleClass: ConfigurablePilotModule,
  MODULE_OPTIONS_TOKEN: PILOT_OPTIONS,
} = new ConfigurableModuleBuilder<PilotOptions>({ moduleName: 'Pilot' })
  .setClassMethodName('forRoot')
  .build();
