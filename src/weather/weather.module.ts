import { Module } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { SharedState } from '../shared-state/shared-state.js';
import { cacheProviders } from './cache/cache.providers.js';
import { DATASET_CONTROLLERS } from './endpoints/dataset-controllers.js';
import { GlanceController } from './glance/glance.controller.js';
import { GlanceService } from './glance/glance.service.js';
import { GlancePlacesService } from './glance/places/glance-places.service.js';
import { metricsProviders } from './metrics/metrics.providers.js';
import { enabledProviders } from './providers/enabled-providers.js';
import { budgetProviders } from './providers/upstream/budget.providers.js';
import { upstreamProviders } from './providers/upstream/upstream.providers.js';
import { WeatherController } from './endpoints/weather.controller.js';
import { WeatherService } from './weather.service.js';

/** The product: returns the weather at the position of a watch. */
@Module({
  controllers: [WeatherController, ...Object.values(DATASET_CONTROLLERS), GlanceController],
  providers: [
    // All pods agree on the age of a record.
    { provide: Clock, inject: [SharedState], useFactory: ({ clock }: SharedState) => clock },
    ...budgetProviders,
    ...upstreamProviders,
    enabledProviders,
    ...cacheProviders,
    ...metricsProviders,
    WeatherService,
    GlanceService,
    GlancePlacesService,
  ],
})
export class WeatherModule {}
