import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AuthModule } from '@app/auth/auth.module.js';
import { IssuerKeys } from '@app/auth/keys/issuer-keys.js';
import { ClockModule } from '@app/clock/clock.module.js';
import { HealthModule } from '@app/health/health.module.js';
import { MetricsModule } from '@app/observability/metrics/metrics.module.js';
import { TelemetryModule, type Telemetry } from '@app/observability/telemetry.module.js';
import { PilotModule } from '@app/pilot/pilot.module.js';
import { ProblemCatalogue } from '@app/problem/problem-catalogue.js';
import { ProblemFilter } from '@app/problem/problem.filter.js';
import { QueryPipe } from '@app/query/query.pipe.js';
import { RateLimitModule } from '@app/rate-limit/rate-limit.module.js';
import { AppController } from './app.controller.js';
import { AppMetrics } from './app.metrics.js';
import { IssuerKeysMetrics } from './issuer-keys.metrics.js';
import * as options from './app.options.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { PagesController } from './pages/pages.controller.js';
import { problemCatalogue } from './problem-catalogue.js';
import { SharedStateModule } from './shared-state/shared-state.module.js';
import { SharedState } from './shared-state/shared-state.js';
import { WeatherModule } from './weather/weather.module.js';

/** The application: its modules, and the guards, filter and pipe of every route. */
@Module({
  imports: [
    ClockModule,
    // The guards of the next three run in this order.
    AuthModule.forRootAsync({ inject: [CONFIG], useFactory: options.authOptions }),
    PilotModule.forRootAsync({ inject: [CONFIG], useFactory: options.pilotOptions }),
    RateLimitModule.forRootAsync({
      inject: [CONFIG, SharedState],
      useFactory: options.rateLimitOptions,
    }),
    HealthModule.forRootAsync({ inject: [IssuerKeys], useFactory: options.healthOptions }),
    MetricsModule.forRootAsync({ inject: [CONFIG], useFactory: options.metricsOptions }),
    WeatherModule,
  ],
  controllers: [AppController, PagesController],
  providers: [
    AppMetrics,
    IssuerKeysMetrics,
    { provide: ProblemCatalogue, useValue: problemCatalogue },
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: QueryPipe },
  ],
})
export class AppModule {
  /** @param telemetry the exporters, started before the application */
  static forRoot(config: Config, telemetry: Telemetry): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        SharedStateModule.forRoot(config),
        TelemetryModule.forRoot(telemetry),
      ],
    };
  }
}
