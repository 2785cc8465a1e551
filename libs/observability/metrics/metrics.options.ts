import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The address and port of the metrics, and the prefix of their names. */
export interface MetricsOptions {
  /** The IP address to listen on; undefined = every address, IPv4 and IPv6. */
  readonly host: string | undefined;
  /** A port of its own for `/metrics`; 0 = any free port. */
  readonly port: number;
  /** Prefix of the name of each metric, `api_`. */
  readonly prefix: string;
  /** The labels of `…build_info`. */
  readonly build: Readonly<Record<string, string>>;
  /** The label `client` of a request: one of a few values, or each client creates series. */
  readonly clientOf: (request: FastifyRequest) => string;
}

export const {
  ConfigurableModuleClass: ConfigurableMetricsModule,
  MODULE_OPTIONS_TOKEN: METRICS_OPTIONS,
} = new ConfigurableModuleBuilder<MetricsOptions>({ moduleName: 'Metrics' })
  .setClassMethodName('forRoot')
  .build();
