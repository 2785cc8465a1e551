import { HttpModule } from '@nestjs/axios';
import { Module, type DynamicModule } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import type { Config } from '../config/config.js';
import { cacheProviders } from './cache/cache.providers.js';
import { metricsProviders } from './metrics/metrics.providers.js';
import { budgetProviders } from './providers/upstream/budget.providers.js';
import { upstreamAgents } from './providers/upstream/upstream-agents.js';
import { upstreamProviders } from './providers/upstream/upstream.providers.js';
import { GlanceService } from './glance/glance.service.js';
import { DATASET_CONTROLLERS } from './datasets/controllers.js';
import { GlanceController } from './glance/glance.controller.js';
import { enabledProviders } from './providers/enabled-providers.js';
import { WeatherController } from './weather.controller.js';
import { WeatherService } from './weather.service.js';

/** The product: a watch's position in, its weather out. */
@Module({})
export class WeatherModule {
  /** @param shared modules that give it the limits of its users, Redis where there is one, and metrics */
  static forRoot(config: Config, shared: readonly DynamicModule[]): DynamicModule {
    return {
      module: WeatherModule,
      imports: [...shared, HttpModule.register(upstreamAgents())],
      controllers: [WeatherController, ...Object.values(DATASET_CONTROLLERS), GlanceController],
      providers: [
        { provide: Clock, useClass: SystemClock },
        { provide: CellGrid, useValue: config.cellGrid },
        ...budgetProviders(config),
        ...upstreamProviders(),
        enabledProviders(config),
        ...cacheProviders(config),
        ...metricsProviders(),
        WeatherService,
        GlanceService,
      ],
    };
  }
}
