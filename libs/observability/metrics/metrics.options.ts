import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Where metrics are read, and how they are called. */
export interface MetricsOptions {
  /** Of its own, for `/metrics`; 0 takes a free one. */
  readonly port: number;
  /** Begins the name of each metric, `api_`. */
  readonly prefix: string;
  /** What runs: the labels of `…build_info`. */
  readonly build: Readonly<Record<string, string>>;
}

export const {
  ConfigurableModuleClass: ConfigurableMetricsModule,
  MODULE_OPTIONS_TOKEN: METRICS_OPTIONS,
} = new ConfigurableModuleBuilder<MetricsOptions>({ moduleName: 'Metrics' })
  .setClassMethodName('forRoot')
  .build();
