import type { Program } from './server-process.js';

/** A server in the comparison. */
export interface Contender extends Program {
  readonly letter: 'a' | 'b' | 'c' | 'd' | 'e';
  /** The share of requests it gets; a slow server needs fewer for a stable result. */
  readonly percentOfRequests: number;
}

export interface World {
  readonly issuerUrl: string;
  readonly upstreamUrl: string;
  readonly upstreamKey: string;
}

/** Above the requests of any round: the limits are active but reject nothing. */
const NO_LIMIT = '1000000';

/** The issuer of all tokens. */
export const issuer: Program = {
  name: 'the issuer',
  file: 'apps/dev-issuer/main.js',
  environment: {},
};

/** Its clock is frozen at `nowMs`, so that all servers get the same weather. */
export function upstream(key: string, nowMs: number): Program {
  return {
    name: 'the simulator',
    file: 'apps/accwea-simulator/main.js',
    environment: { ACCWEA_TOKEN: key, FROZEN_AT_MS: String(nowMs) },
  };
}

/** (d): the compiled product as production starts it, with everything on. */
export function ours({ issuerUrl, upstreamUrl, upstreamKey }: World): Contender {
  return {
    letter: 'd',
    name: 'ours, everything on',
    file: 'src/main.js',
    percentOfRequests: 100,
    environment: {
      ENV: 'prod',
      OIDC_ISSUER: issuerUrl,
      ACCWEA_URL: upstreamUrl,
      ACCWEA_TOKEN: upstreamKey,
      METRICS_PORT: '0',
      DRAIN_SECONDS: '0',
      RATE_LIMIT_PER_MINUTE: NO_LIMIT,
      MISS_LIMIT_PER_HOUR: NO_LIMIT,
    },
  };
}

/** (e): the product without access log and metrics. */
export function uninstrumented(world: World): Contender {
  return {
    ...ours(world),
    letter: 'e',
    name: 'ours, without log and metrics',
    preload: 'apps/bench/servers/uninstrumented/preload.js',
  };
}

/** (a), (b) and (c). @param body the product's answer, which (a) repeats */
export function peers({ issuerUrl, upstreamUrl, upstreamKey }: World, body: string): Contender[] {
  const environment = { ISSUER: issuerUrl, UPSTREAM_URL: upstreamUrl, UPSTREAM_KEY: upstreamKey };
  return [
    {
      letter: 'a',
      name: 'bare Fastify, same body, no auth',
      file: 'apps/bench/servers/bare-fastify/main.js',
      percentOfRequests: 100,
      environment: { BODY: body },
    },
    {
      letter: 'b',
      name: "expert's Fastify: fast-jwt, LRU",
      file: 'apps/bench/servers/expert-fastify/main.js',
      percentOfRequests: 100,
      environment,
    },
    {
      letter: 'c',
      name: 'textbook Nest: Express, passport',
      file: 'apps/bench/servers/textbook-nest/main.js',
      percentOfRequests: 10,
      environment,
    },
  ];
}
