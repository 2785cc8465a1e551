import { parseArgs } from 'node:util';
import type { RatePlanOptions } from '../plan/rate-plan.js';
import { parseThreshold, type Threshold } from '../results/threshold.js';
import { durationMs, factorAndDuration } from './duration.js';
import { OPTIONS } from './known-options.js';
import { operationMix, type OperationMix } from './operation-mix.js';
import { numberAbove, wholeNumber } from './numbers.js';

const DEMO_URL = 'http://127.0.0.1:3000';
/** A run without any threshold would pass even if nothing was answered. */
const DEFAULT_THRESHOLD = 'errors<0.001';
const DEMO_METRICS = 'http://127.0.0.1:9464/metrics';

/** What `npm run fleet -- load` was asked for. */
export interface LoadOptions {
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretFile: string | undefined;
  readonly tokensFile: string | undefined;
  readonly metrics: readonly string[];
  readonly maxUpstreamCalls: number | undefined;
  readonly watches: number;
  readonly mix: OperationMix;
  /** All populated places of the world, or about 80 cities. */
  readonly places: 'world' | 'cities';
  readonly cityRadiusKm: number;
  readonly seed: string;
  /** Wake-ups per second before the plan; 0 = none. */
  readonly warmUpPerSecond: number;
  readonly plan: Omit<RatePlanOptions, 'watchesElsewhere'>;
  /** Of the watches, served elsewhere until the end. */
  readonly lostRegionShare: number;
  readonly spacing: 'random' | 'even';
  readonly connections: number;
  readonly maxInFlight: number;
  readonly maxLagMs: number;
  readonly timeoutMs: number;
  readonly thresholds: readonly Threshold[];
  readonly json: string | undefined;
  readonly html: string | undefined;
}

/** @throws when an option is unknown or invalid, or options contradict each other; a sentence that says which */
export function loadOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const url = values.url ?? DEMO_URL;
  const metrics = values.metrics ?? (values.url === undefined ? [DEMO_METRICS] : []);
  if (values['max-upstream-calls'] !== undefined && metrics.length === 0) {
    throw new Error('--max-upstream-calls needs --metrics, which says how many were made');
  }
  if (values.spacing !== 'even' && values.spacing !== 'random') {
    throw new Error(`--spacing must be even or random; it is ${values.spacing}`);
  }
  if (values.places !== 'world' && values.places !== 'cities') {
    throw new Error(`--places must be world or cities; it is ${values.places}`);
  }
  return {
    url: url.replace(/\/+$/, ''),
    issuer: values.issuer,
    clientId: values['client-id'],
    clientSecretFile: values['client-secret-file'],
    tokensFile: values['tokens-file'],
    metrics,
    maxUpstreamCalls: optional(values['max-upstream-calls'], (text) =>
      wholeNumber('max-upstream-calls', text, 0),
    ),
    watches: wholeNumber('watches', values.watches),
    mix: operationMix(values.mix),
    places: values.places,
    cityRadiusKm: numberAbove('city-radius-km', values['city-radius-km'], 0),
    seed: values.seed,
    ...planOptions(values),
    spacing: values.spacing,
    connections: wholeNumber('connections', values.connections),
    maxInFlight: wholeNumber('max-in-flight', values['max-in-flight']),
    maxLagMs: numberAbove('max-lag-ms', values['max-lag-ms'], 0),
    timeoutMs: durationMs('timeout', values.timeout),
    thresholds: (values.threshold ?? [DEFAULT_THRESHOLD]).map(parseThreshold),
    json: values.json,
    html: values.html,
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function planOptions(
  values: Values,
): Pick<LoadOptions, 'plan' | 'warmUpPerSecond' | 'lostRegionShare'> {
  const lost = optional(values['lose-region'], (text) => factorAndDuration('lose-region', text));
  if (lost && lost.factor >= 1) throw new Error('--lose-region must be a share below 1: 0.5x10s');
  if (values['wave-every'] !== undefined && values.wave === undefined) {
    throw new Error('--wave-every needs --wave, which says how high the waves are');
  }
  const holdMs = durationMs('hold', values.hold);
  const waveEveryMs = optional(values['wave-every'], (text) => durationMs('wave-every', text));
  if (waveEveryMs !== undefined && (waveEveryMs === 0 || waveEveryMs > holdMs)) {
    throw new Error('--wave-every must not be longer than --hold, so that a wave lies within it');
  }
  return {
    lostRegionShare: lost?.factor ?? 0,
    warmUpPerSecond: wholeNumber('warm-up', values['warm-up'], 0),
    plan: {
      perSecond: numberAbove('rate', values.rate, 0),
      rampMs: durationMs('ramp', values.ramp),
      holdMs,
      wave: optional(values.wave, (text) => factorAndDuration('wave', text)),
      waveEveryMs,
      lostRegionWithinMs: lost?.durationMs,
    },
  };
}

function optional<T>(text: string | undefined, parse: (text: string) => T): T | undefined {
  return text === undefined ? undefined : parse(text);
}
