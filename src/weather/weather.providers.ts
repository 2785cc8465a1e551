import type { Provider } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import { MissLimit } from '@app/rate-limit/miss-limit.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { AccweaProvider } from './providers/accwea/accwea.provider.js';
import { CachesOptions } from './cache/caches.js';
import { chargeTo } from './cache/charge.js';
import { FreshnessPolicy } from './cache/freshness-policy.js';
import { OpenMeteoProvider } from './providers/open-meteo/open-meteo.provider.js';
import { ProviderCaches } from './cache/provider-caches.js';

/** What the service reads: the grid of cells, and the providers behind their caches. */
export const weatherProviders: Provider[] = [
  { provide: CellGrid, inject: [CONFIG], useFactory: ({ cellGrid }: Config) => cellGrid },
  {
    provide: ProviderCaches,
    inject: [AccweaProvider, OpenMeteoProvider, FreshnessPolicy, CachesOptions, MissLimit],
    useFactory: (
      accwea: AccweaProvider,
      openMeteo: OpenMeteoProvider | undefined,
      policy: FreshnessPolicy,
      options: CachesOptions,
      limit: MissLimit,
    ) => new ProviderCaches([accwea, openMeteo], policy, options, chargeTo(limit)),
  },
];
