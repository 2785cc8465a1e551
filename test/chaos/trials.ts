import type { Fault } from '../../apps/accwea-simulator/faults/fault.js';

/** A fault of the provider and the behaviour promised for it. Warm watches never notice a fault. */
export interface Trial {
  readonly title: string;
  readonly fault: Fault;
  /** The status of a request for an uncached position where there is no fallback; 200 = not affected. */
  readonly cold: 200 | 404 | 503;
  /**
   * `soon`: within seconds. Later by design: `cooldown`, when the provider is called again at all;
   * `place-error`, when a kept error about a place ends, after minutes.
   */
  readonly recovery: 'soon' | 'cooldown' | 'place-error';
  /** Whether ordinary test runs include it. */
  readonly isTypical?: boolean;
}

type Details = Partial<Pick<Trial, 'cold' | 'recovery' | 'isTypical'>> & Omit<Fault, 'kind'>;

const CONDITIONS = { endpoint: 'currentconditions' } as const;
const RETRY_AFTER = { retryAfterSeconds: 2 } as const;
/** The simulator's key of the first warm place. */
const ONE_PLACE = { endpoint: 'currentconditions', target: '623', cold: 200 } as const;
const LONGEST_SPAN = { endpoint: 'daily', span: 10, cold: 200 } as const;
const ONE_DATASET = { endpoint: 'alerts', cold: 200 } as const;

/** Faults that AccuWeather, or something between it and the service, has shown or may show. */
export const TRIALS: readonly Trial[] = [
  trial('400', '400', { recovery: 'place-error' }),
  trial('400, unknown location key', '400-invalid-key', { recovery: 'place-error' }),
  trial('401', '401-new', { recovery: 'cooldown', isTypical: true }),
  trial('401, legacy error format', '401-legacy', { recovery: 'cooldown' }),
  trial('403, not in the plan', '403-plan', { recovery: 'place-error' }),
  trial('403, bad key (enterprise)', '403-enterprise', { recovery: 'cooldown' }),
  trial('404', '404', { cold: 404 }),
  trial('404 on conditions only', '404', CONDITIONS),
  trial('408', '408'),
  trial('429', '429', { recovery: 'cooldown' }),
  trial('429, Retry-After: 2', '429', RETRY_AFTER),
  trial('500', '500'),
  trial('500, Retry-After: 2', '500', RETRY_AFTER),
  trial('502, HTML', '502-html'),
  trial('503, quota', '503-quota', { recovery: 'cooldown' }),
  trial('503, quota, Retry-After: 2', '503-quota', RETRY_AFTER),
  trial('503, plain text', '503-plain', { isTypical: true }),
  trial('504, HTML', '504'),
  trial('connection reset', 'reset'),
  trial('no response', 'hang', { isTypical: true }),
  trial('no response on conditions only', 'hang', CONDITIONS),
  trial('1 byte per second', 'drip'),
  trial('200, truncated JSON', 'cut-json'),
  trial('200, HTML', 'html-200'),
  trial('200, null', 'null', { cold: 404, isTypical: true }),
  trial('200, null on conditions only', 'null', CONDITIONS),
  trial('200, []', 'empty-array', { cold: 404 }),
  trial('200, [] on conditions only', 'empty-array', CONDITIONS),
  trial('200, empty body', 'empty-body', { cold: 404 }),
  trial('200, true', 'true'),
  trial('200, every value of a wrong type', 'wrong-types'),
  trial('200, 50 MB', 'huge', { isTypical: true }),
  trial('redirect to another host', 'redirect'),
  trial('401 on the longest daily span only', '401-legacy', { ...LONGEST_SPAN, isTypical: true }),
  trial('403, not in the plan, on the longest daily span only', '403-plan', LONGEST_SPAN),
  trial('200, truncated JSON on the longest daily span only', 'cut-json', LONGEST_SPAN),
  trial('no response on the longest daily span only', 'hang', LONGEST_SPAN),
  trial('401 on alerts only', '401-new', { ...ONE_DATASET, recovery: 'place-error' }),
  trial('no response on alerts only', 'hang', ONE_DATASET),
  trial('200, [] for one place only', 'empty-array', { ...ONE_PLACE, isTypical: true }),
  trial('401 for one place only', '401-legacy', { ...ONE_PLACE, recovery: 'place-error' }),
  trial('500 for one place only', '500', ONE_PLACE),
  trial('no response for one place only', 'hang', ONE_PLACE),
];

function trial(
  title: string,
  kind: Fault['kind'],
  { cold = 503, recovery = 'soon', isTypical = false, ...where }: Details = {},
): Trial {
  return { title, fault: { kind, ...where }, cold, recovery, isTypical };
}
