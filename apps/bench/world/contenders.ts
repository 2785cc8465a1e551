import { productionStart } from './production.js';
import type { Program } from './server-process.js';

export type Letter = 'a' | 'b' | 'c' | 'd' | 'f';

/** A server in the comparison. */
export interface Contender extends Program {
  readonly letter: Letter;
  /** The share of requests it gets; a slow server needs fewer for a stable result. */
  readonly percentOfRequests: number;
  /** Whether it shares records through `REDIS_URL`; then it runs as two pods. */
  readonly usesRedis: boolean;
}

export interface Surroundings {
  readonly issuerUrl: string;
  readonly upstreamUrl: string;
  readonly upstreamKey: string;
}

/** Above the requests of any run: the limits are active but reject nothing. */
const NO_LIMIT = '1000000';
const NO_BUDGET_LIMIT = '1000000000';
/** No record becomes stale during a run. */
const WINDOWS = ['conditions', 'minutely', 'hourly', 'daily', 'alerts']
  .map((dataset) => `${dataset}=14400/600/21600`)
  .join(';');

/** Its clock is frozen at `nowMs`, so that all servers get the same weather. */
export function upstream(key: string, nowMs: number): Program {
  return {
    name: 'the simulator',
    file: 'apps/accwea-simulator/main.js',
    environment: { ACCWEA_TOKEN: key, FROZEN_AT_MS: String(nowMs) },
  };
}

/** (d): the product as production starts it, with everything on. */
export function ours({ issuerUrl, upstreamUrl, upstreamKey }: Surroundings): Contender {
  return {
    letter: 'd',
    name: 'ours, everything on',
    file: productionStart().file,
    percentOfRequests: 100,
    usesRedis: true,
    environment: {
      ENV: 'prod',
      OIDC_ISSUER: issuerUrl,
      ACCWEA_URL: upstreamUrl,
      ACCWEA_TOKEN: upstreamKey,
      ACCWEA_DAILY_BUDGET: NO_BUDGET_LIMIT,
      METRICS_PORT: '0',
      DRAIN_SECONDS: '0',
      RATE_LIMIT_PER_MINUTE: NO_LIMIT,
      MISS_LIMIT_PER_HOUR: NO_LIMIT,
      REFRESH_LIMIT_PER_HOUR: NO_LIMIT,
      WINDOWS,
    },
  };
}

/** (a), (b), (c) and (f). @param body a response of the product, which (a) repeats */
export function peers(surroundings: Surroundings, body: string): readonly Contender[] {
  const { issuerUrl, upstreamUrl, upstreamKey } = surroundings;
  const environment = { ISSUER: issuerUrl, UPSTREAM_URL: upstreamUrl, UPSTREAM_KEY: upstreamKey };
  const peer = (letter: Letter, name: string, folder: string) => ({
    letter,
    name,
    file: `apps/bench/servers/${folder}/main.js`,
    percentOfRequests: 100,
    usesRedis: false,
    environment,
  });
  return [
    { ...peer('a', 'bare Fastify', 'bare-fastify'), environment: { BODY: body } },
    { ...peer('b', "expert's Fastify with Redis", 'expert-fastify'), usesRedis: true },
    { ...peer('c', 'textbook Nest', 'textbook-nest'), percentOfRequests: 20 },
    { ...peer('f', 'Fastify with all our duties', 'handmade-fastify'), usesRedis: true },
  ];
}
