import { HttpModule } from '@nestjs/axios';
import { Module, type DynamicModule } from '@nestjs/common';
import { Unlimited } from '@app/budget/unlimited.js';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { RedisModule } from '@app/redis/redis.module.js';
import type { Config } from '../config/config.js';
import { AccweaClient } from './accwea/accwea.client.js';
import { AccweaOptions } from './accwea/accwea.options.js';
import { AccweaProvider } from './accwea/accwea.provider.js';
import { cacheProviders } from './cache/cache.providers.js';
import { upstreamAgents } from './upstream/upstream-agents.js';
import { UpstreamClients } from './upstream/upstream-clients.js';
import { upstreamProviders } from './upstream/upstream.providers.js';
import { WeatherProvider } from './weather-provider.js';
import { WeatherController } from './weather.controller.js';
import { WeatherService } from './weather.service.js';

/** The product: a watch's position in, its weather out. */
@Module({})
export class WeatherModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WeatherModule,
      imports: [...redisOf(config), HttpModule.register(upstreamAgents())],
      controllers: [WeatherController],
      providers: [
        { provide: Clock, useClass: SystemClock },
        { provide: CellGrid, useValue: config.cellGrid },
        {
          provide: AccweaOptions,
          useValue: { url: config.accweaUrl, token: config.accweaToken, auth: config.accweaAuth },
        },
        ...upstreamProviders(),
        {
          provide: AccweaClient,
          inject: [UpstreamClients, AccweaOptions],
          useFactory: (clients: UpstreamClients, options: AccweaOptions) =>
            new AccweaClient(clients.create('accwea', new Unlimited()), options),
        },
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
