import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { accweaProviders } from './providers/accwea/accwea.providers.js';
import { cacheProviders } from './cache/cache.providers.js';
import { GlanceService } from './glance/glance.service.js';
import { GlanceController } from './glance/glance.controller.js';
import { WeatherController } from './weather.controller.js';
import { WeatherV1Controller } from './http/weather-v1.controller.js';
import { metricsProviders } from './metrics/metrics.providers.js';
import { openMeteoProviders } from './providers/open-meteo/open-meteo.providers.js';
import { budgetProviders } from './providers/upstream/budget.providers.js';
import { upstreamAgents } from './providers/upstream/upstream-agents.js';
import { upstreamProviders } from './providers/upstream/upstream.providers.js';
import { weatherProviders } from './weather.providers.js';
import { WeatherService } from './weather.service.js';

/** The product: a watch's position in, its weather out. */
@Module({
  imports: [HttpModule.registerAsync({ useFactory: upstreamAgents })],
  controllers: [WeatherController, WeatherV1Controller, GlanceController],
  providers: [
    ...budgetProviders,
    ...upstreamProviders,
    ...accweaProviders,
    ...openMeteoProviders,
    ...cacheProviders,
    ...weatherProviders,
    ...metricsProviders,
    WeatherService,
    GlanceService,
  ],
})
export class WeatherModule {}
