import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Who is let in. */
export interface PilotOptions {
  /** Share of users let in, 0 to 100. */
  readonly percent: number;
}

export const {
  ConfigurableModuleClass: ConfigurablePilotModule,
  MODULE_OPTIONS_TOKEN: PILOT_OPTIONS,
} = new ConfigurableModuleBuilder<PilotOptions>({ moduleName: 'Pilot' })
  .setClassMethodName('forRoot')
  .build();
