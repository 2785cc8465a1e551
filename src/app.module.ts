import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AuthModule } from '@app/auth/auth.module.js';
import { IssuerKeys } from '@app/auth/keys/issuer-keys.js';
import { HealthModule } from '@app/health/health.module.js';
import { MetricsModule } from '@app/observability/metrics/metrics.module.js';
import { TelemetryModule, type Telemetry } from '@app/observability/telemetry.module.js';
import { PilotModule } from '@app/pilot/pilot.module.js';
import { ProblemCatalogue } from '@app/problem/problem-catalogue.js';
import { ProblemFilter } from '@app/problem/problem.filter.js';
import { RateLimitModule } from '@app/rate-limit/rate-limit.module.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisModule } from '@app/redis/redis.module.js';
import { QueryPipe } from '@app/query/query.pipe.js';
import { ABOUT } from './about.js';
import { AppController } from './app.controller.js';
import { AppMetrics } from './app.metrics.js';
import type { Config } from './config/config.js';
import { problemCatalogue } from './problem-catalogue.js';
import { redisKeyPrefix } from './redis-keys.js';
import { WeatherModule } from './weather/weather.module.js';

/** Where the rooms are joined. */
@Module({})
export class AppModule {
  static forRoot(config: Config, listeners: Telemetry): DynamicModule {
    const auth = AuthModule.forRoot({
      issuer: config.oidcIssuer,
      audience: config.oidcAudience,
      scope: config.oidcScope,
    });
    const health = HealthModule.forRootAsync({
      imports: [auth],
      inject: [IssuerKeys],
      useFactory: (keys: IssuerKeys) => ({
        startConditions: [{ name: 'issuer-keys', isMet: () => keys.loaded }],
      }),
    });
    const redis = redisOf(config);
    const limits = limitsOf(config, redis);
    const metrics = metricsOf(config);
    const telemetry = TelemetryModule.forRoot(listeners);
    const pilot = PilotModule.forRoot({ percent: config.pilotPercent });
    return {
      module: AppModule,
      // The guards of the first three run in this order.
      imports: [
        auth,
        pilot,
        limits,
        health,
        metrics,
        telemetry,
        ...redis,
        WeatherModule.forRoot(config, [limits, metrics, telemetry, ...redis]),
      ],
      controllers: [AppController],
      providers: [
        AppMetrics,
        { provide: ProblemCatalogue, useValue: problemCatalogue },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: QueryPipe },
      ],
    };
  }
}

/** Region and environment are labels of the target, that Prometheus gives. */
function metricsOf({ metricsPort: port }: Config): DynamicModule {
  const build = { version: ABOUT.version, node: process.version };
  return MetricsModule.forRoot({ port, prefix: 'mfapi_', build });
}

function redisOf({ redisUrl, redisCluster: cluster, redisCa: ca }: Config): DynamicModule[] {
  return redisUrl ? [RedisModule.forRoot({ url: () => redisUrl.reveal(), cluster, ca })] : [];
}

function limitsOf(config: Config, redis: DynamicModule[]): DynamicModule {
  return RateLimitModule.forRootAsync({
    imports: redis,
    inject: [{ token: RedisConnection, optional: true }],
    useFactory: (connection?: RedisConnection) => ({
      requestsPerMinute: config.rateLimitPerMinute,
      missesPerHour: config.missLimitPerHour,
      redis: connection,
      keyPrefix: redisKeyPrefix('misses'),
    }),
  });
}
