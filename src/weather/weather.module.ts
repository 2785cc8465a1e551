import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpModule } from '@nestjs/axios';
import { Module, type DynamicModule } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { RedisModule } from '@app/redis/redis.module.js';
import type { Config } from '../config/config.js';
import { AccweaClient } from './accwea/accwea.client.js';
import { AccweaOptions } from './accwea/accwea.options.js';
import { AccweaProvider } from './accwea/accwea.provider.js';
import { cacheProviders } from './cache/cache.providers.js';
import { UpstreamClient } from './upstream/upstream.client.js';
import { WeatherProvider } from './weather-provider.js';
import { WeatherController } from './weather.controller.js';
import { WeatherService } from './weather.service.js';

const CONNECTIONS = { keepAlive: true, maxSockets: 64 };

/** The product: a watch's position in, its weather out. */
@Module({})
export class WeatherModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WeatherModule,
      imports: [
        ...redisOf(config),
        HttpModule.register({
          httpAgent: new HttpAgent(CONNECTIONS),
          httpsAgent: new HttpsAgent(CONNECTIONS),
        }),
      ],
      controllers: [WeatherController],
      providers: [
        { provide: Clock, useClass: SystemClock },
        { provide: CellGrid, useValue: config.cellGrid },
        {
          provide: AccweaOptions,
          useValue: { url: config.accweaUrl, token: config.accweaToken, auth: config.accweaAuth },
        },
        UpstreamClient,
        AccweaClient,
        { provide: WeatherProvider, useClass: AccweaProvider },
        ...cacheProviders(config),
        WeatherService,
      ],
    };
  }
}

function redisOf({ redisUrl, redisCluster: cluster, redisCa: ca }: Config): DynamicModule[] {
  return redisUrl ? [RedisModule.forRoot({ url: redisUrl.reveal(), cluster, ca })] : [];
}
