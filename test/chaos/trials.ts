import type { Fault } from '../../apps/accwea-simulator/faults/fault.js';

/** A way in which the provider fails, and what is promised then. Warm watches never notice. */
export interface Trial {
  readonly title: string;
  readonly fault: Fault;
  /** What a cold watch is told where there is no fall-back. */
  readonly cold: 404 | 503;
  /**
   * `soon`: by itself, within seconds. By design not so soon: `paused`, until the source is asked
   * again at all; `stands`, what it said of a place is believed for minutes.
   */
  readonly recovers: 'soon' | 'paused' | 'stands';
  /** One of those that every run of the tests goes through. */
  readonly isTypical?: boolean;
}

type Details = Partial<Pick<Trial, 'cold' | 'recovers' | 'isTypical'>> & Omit<Fault, 'kind'>;

const CONDITIONS = { endpoint: 'currentconditions' } as const;
const RETRY_AFTER = { retryAfterSeconds: 2 } as const;

/** Each line is what AccuWeather, or something between it and us, was seen to do or might. */
export const TRIALS: readonly Trial[] = [
  trial('400', '400', { recovers: 'stands' }),
  trial('400, the place is no longer known', '400-invalid-key', { recovers: 'stands' }),
  trial('401', '401-new', { recovers: 'paused', isTypical: true }),
  trial('401, old dialect', '401-legacy', { recovers: 'paused' }),
  trial('403, not in the plan', '403-plan', { recovers: 'stands' }),
  trial('403, bad key (enterprise)', '403-enterprise', { recovers: 'paused' }),
  trial('404', '404', { cold: 404 }),
  trial('404 on conditions alone', '404', CONDITIONS),
  trial('408', '408'),
  trial('429', '429', { recovers: 'paused' }),
  trial('429, Retry-After: 2', '429', RETRY_AFTER),
  trial('500', '500'),
  trial('500, Retry-After: 2', '500', RETRY_AFTER),
  trial('502, HTML', '502-html'),
  trial('503, quota', '503-quota', { recovers: 'paused' }),
  trial('503, quota, Retry-After: 2', '503-quota', RETRY_AFTER),
  trial('503, plain text', '503-plain', { isTypical: true }),
  trial('504, HTML', '504'),
  trial('connection reset', 'reset'),
  trial('never answers', 'hang', { isTypical: true }),
  trial('never answers on conditions alone', 'hang', CONDITIONS),
  trial('1 byte per second', 'drip'),
  trial('200, half the JSON', 'cut-json'),
  trial('200, HTML', 'html-200'),
  trial('200, null', 'null', { cold: 404, isTypical: true }),
  trial('200, null on conditions alone', 'null', CONDITIONS),
  trial('200, []', 'empty-array', { cold: 404 }),
  trial('200, [] on conditions alone', 'empty-array', CONDITIONS),
  trial('200, nothing', 'empty-body', { cold: 404 }),
  trial('200, true', 'true'),
  trial('200, every value of another type', 'wrong-types'),
  trial('200, 50 MB', 'huge', { isTypical: true }),
  trial('redirect to another host', 'redirect'),
];

function trial(
  title: string,
  kind: Fault['kind'],
  { cold = 503, recovers = 'soon', isTypical = false, ...where }: Details = {},
): Trial {
  return { title, fault: { kind, ...where }, cold, recovers, isTypical };
}
