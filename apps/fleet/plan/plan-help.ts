import { ENDPOINT_NAMES } from '../trace/endpoints.js';
import { SWEEPS } from './sweeps.js';

/** The text of `fleet plan --help`. */
export const PLAN_HELP = `What a fleet of watches costs: a day in virtual time, by the rules of the product.

Usage: npm run fleet -- plan [options]

  --watches=N            watches in all regions (1000000)
  --days=N               days, by UTC (1)
  --seed=N               another seed gives other random numbers; the same one gives the same figures (1)
  --polling=HOW          requests per watch and day at random times (64), or quarter: by a timer every 15 minutes,
                         or hourly, or client: when the last answer expires, as our watch client asks
  --mix=E=S,…            share of the requests by endpoint (glance=0.9,conditions=0.05,hourly=0.03,daily=0.02),
                         of ${ENDPOINT_NAMES.join(', ')}
  --people-per-key=N     people who share a place key of the provider (20000), or city
  --pods=N               pods (3)
  --set NAME=VALUE       a setting of the product, such as WINDOWS=alerts=600/60/1800, CELL_GRID=metres:2000,
                         ACCWEA_DAILY_BUDGET=5000000, L1_MAX_ENTRIES, MISS_LIMIT_PER_HOUR, ACCESS_LOG_SAMPLE; repeatable
  --price-per-1000=P     price of 1 000 calls to the provider
  --sweep=NAMES          which settings to vary: all, none, or some of ${SWEEPS.join(',')} (all)
  --one-in=N             simulate one in N places, and scale (1 up to 20 million watches)
  --rows-one-in=N        simulate the rows of sweeps in one of N places only (1 up to a million watches, 5 for 5 million)
  --workers=N            threads; 0 = none (2); the figures do not depend on it
  --json=FILE            write everything as JSON; docs/fleet.md describes the keys
  --help

docs/fleet.md says what is assumed, and what the figures do not show.`;
