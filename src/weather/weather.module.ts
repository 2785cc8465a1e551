import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpModule } from '@nestjs/axios';
import { Logger, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import { Clock } from '@app/clock/clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { Config } from '../config/config.js';
import { AccweaClient } from './accwea/accwea.client.js';
import { AccweaOptions } from './accwea/accwea.options.js';
import { AccweaProvider } from './accwea/accwea.provider.js';
import { FreshnessPolicy } from './freshness-policy.js';
import { CONDITIONS, PLACES, WeatherCache } from './weather-cache.js';
import { WeatherProvider } from './weather-provider.js';
import { WeatherController } from './weather.controller.js';
import { WeatherService } from './weather.service.js';

/** Records kept in memory: some 100 bytes each for a place, some 200 for its conditions. */
const MAX_PLACES = 200_000;
const MAX_CONDITIONS = 50_000;
const CONNECTIONS = { keepAlive: true, maxSockets: 64 };

/** The product: a watch's position in, its weather out. */
@Module({})
export class WeatherModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: WeatherModule,
      imports: [
        HttpModule.register({
          httpAgent: new HttpAgent(CONNECTIONS),
          httpsAgent: new HttpsAgent(CONNECTIONS),
        }),
      ],
      controllers: [WeatherController],
      providers: [
        { provide: Clock, useClass: SystemClock },
        { provide: CellGrid, useValue: config.cellGrid },
        { provide: FreshnessPolicy, useValue: new FreshnessPolicy(config.windows) },
        {
          provide: AccweaOptions,
          useValue: { url: config.accweaUrl, token: config.accweaToken, auth: config.accweaAuth },
        },
        AccweaClient,
        { provide: WeatherProvider, useClass: AccweaProvider },
        readThrough(PLACES, MAX_PLACES),
        readThrough(CONDITIONS, MAX_CONDITIONS),
        WeatherCache,
        WeatherService,
      ],
    };
  }
}

function readThrough(token: symbol, maxEntries: number): Provider {
  const logger = new Logger(WeatherModule.name);
  return {
    provide: token,
    inject: [Clock],
    useFactory: (clock: Clock) =>
      new ReadThrough<object>({
        clock,
        maxEntries,
        random: Math.random,
        onRefreshFailed: (error) =>
          logger.debug({ err: error, message: 'A refresh failed; the stale copy was served.' }),
      }),
  };
}
