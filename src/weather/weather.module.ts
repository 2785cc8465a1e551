import { HttpModule } from '@nestjs/axios';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { MissLimit } from '@app/rate-limit/miss-limit.js';
import type { Config } from '../config/config.js';
import { AccweaProvider } from './providers/accwea/accwea.provider.js';
import { accweaProviders } from './providers/accwea/accwea.providers.js';
import { cacheProviders } from './cache/cache.providers.js';
import { CachesOptions } from './cache/caches.js';
import { chargeTo } from './cache/charge.js';
import { FreshnessPolicy } from './cache/freshness-policy.js';
import { OpenMeteoProvider } from './providers/open-meteo/open-meteo.provider.js';
import { openMeteoProviders } from './providers/open-meteo/open-meteo.providers.js';
import { metricsProviders } from './metrics/metrics.providers.js';
import { budgetProviders } from './providers/upstream/budget.providers.js';
import { upstreamAgents } from './providers/upstream/upstream-agents.js';
import { upstreamProviders } from './providers/upstream/upstream.providers.js';
import { ProviderCaches } from './cache/provider-caches.js';
import { GlanceService } from './glance/glance.service.js';
import { GlanceController } from './glance/glance.controller.js';
import { WeatherController } from './weather.controller.js';
import { WeatherV1Controller } from './http/weather-v1.controller.js';
import { WeatherService } from './weather.service.js';

/** The product: a watch's position in, its weather out. */
@Module({})
export class WeatherModule {
  /** @param shared modules that give it the limits of its users, Redis where there is one, and metrics */
  static forRoot(config: Config, shared: readonly DynamicModule[]): DynamicModule {
    return {
      module: WeatherModule,
      imports: [...shared, HttpModule.register(upstreamAgents())],
      controllers: [WeatherController, WeatherV1Controller, GlanceController],
      providers: [
        { provide: Clock, useClass: SystemClock },
        { provide: CellGrid, useValue: config.cellGrid },
        ...budgetProviders(config),
        ...upstreamProviders(),
        ...accweaProviders(config),
        ...openMeteoProviders(config),
        ...cacheProviders(config),
        sources,
        ...metricsProviders(),
        WeatherService,
        GlanceService,
      ],
    };
  }
}

const sources: Provider = {
  provide: ProviderCaches,
  inject: [
    AccweaProvider,
    { token: OpenMeteoProvider, optional: true },
    FreshnessPolicy,
    CachesOptions,
    MissLimit,
  ],
  useFactory: (
    accwea: AccweaProvider,
    openMeteo: OpenMeteoProvider | undefined,
    policy: FreshnessPolicy,
    options: CachesOptions,
    limit: MissLimit,
  ) => new ProviderCaches([accwea, openMeteo], policy, options, chargeTo(limit)),
};
