import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ErrorReports, NO_ERROR_REPORTS } from './errors/error-reports.js';
import { HandledErrorReporter } from './errors/handled-error-reporter.js';
import { CallTracer, NO_CALL_TRACER } from './traces/call-tracer.js';
import type { Traces } from './traces/traces.js';

/** The exporters of this process; absent = nothing is exported. */
export interface Telemetry {
  readonly errors?: ErrorReports;
  readonly traces?: Traces | undefined;
}

/** Provides `ErrorReports`, `HandledErrorReporter` and a `CallTracer`, with or without a configured receiver. */
@Global()
@Module({})
export class TelemetryModule {
  static forRoot({ errors = NO_ERROR_REPORTS, traces }: Telemetry): DynamicModule {
    return {
      module: TelemetryModule,
      providers: [
        { provide: ErrorReports, useValue: errors },
        HandledErrorReporter,
        { provide: CallTracer, useValue: traces ?? NO_CALL_TRACER },
      ],
      exports: [ErrorReports, HandledErrorReporter, CallTracer],
    };
  }
}
