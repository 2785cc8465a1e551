import { cacheOutcome } from '../http/cache-status.js';
import type { ResponseHeaders } from '../http/fetch.js';

/** The freshness of a response; instants in ms since the epoch. */
export interface Lifetime {
  /** Time of the observation or forecast; the time of receipt when the response has none. */
  readonly asOfMs: number;
  /** Whether the service returned a stale copy. */
  readonly stale: boolean;
  /** An earlier request would return the same. */
  readonly nextRequestAtMs: number;
  /** Until then it may be shown when it cannot be refreshed. */
  readonly usableUntilMs: number;
}

interface Received {
  readonly headers: ResponseHeaders;
  /** Empty for a 304: the times in the cached body are out of date. */
  readonly body: object;
  /** Of the response that a 304 confirms: a stale one has no `Last-Modified`. */
  readonly confirmedAsOfMs?: number | undefined;
  readonly nowMs: number;
  readonly random: () => number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Without headers: the jitter that the service would add, half of the shortest window. */
const JITTER_MS = 5 * MINUTE_MS;
/** Defaults as for current conditions; the limits protect a watch whose clock is wrong. */
const DEFAULT_FRESH_MS = 10 * MINUTE_MS;
const MIN_FRESH_MS = MINUTE_MS;
const MAX_FRESH_MS = 6 * HOUR_MS;
const DEFAULT_USABLE_MS = 6 * HOUR_MS;

/** Reads the headers (RFC 9111, 5861, 9211); on platforms that hide them, the body. */
export function lifetimeOf({ headers, body, confirmedAsOfMs, nowMs, random }: Received): Lifetime {
  const maxAgeMs = directiveMs(headers, 'max-age');
  const askAgainAtMs = nowMs + (maxAgeMs ?? untilExpiryMs(body, nowMs) + random() * JITTER_MS);
  return {
    asOfMs: timeOf(headers.get('last-modified')) ?? observedMs(body) ?? confirmedAsOfMs ?? nowMs,
    stale: isStale(headers, body),
    nextRequestAtMs: askAgainAtMs,
    usableUntilMs: askAgainAtMs + (directiveMs(headers, 'stale-if-error') ?? DEFAULT_USABLE_MS),
  };
}

function directiveMs(headers: ResponseHeaders, name: string): number | null {
  const directives = headers.get('cache-control')?.split(',') ?? [];
  const value = directives.map((text) => text.trim().split('=')).find(([key]) => key === name)?.[1];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * SECOND_MS : null;
}

/**
 * Only the body shows that a glance has both a stale and a fresh block.
 */
function isStale(headers: ResponseHeaders, body: object): boolean {
  if (cacheOutcome(headers.get('cache-status')) === 'stale') return true;
  return weatherIn(body).some(
    (weather) => field(weather, 'stale') === true || Number(field(weather, 's') ?? 0) > 0,
  );
}

function untilExpiryMs(body: object, nowMs: number): number {
  const waitsMs = [
    ...weatherIn(body).map((weather) => untilMs(expiryMs(weather), nowMs)),
    ...entriesOf(body).map((entry) => secondsMs(field(entry, 'retryAfterSeconds'))),
  ];
  const waitMs = earliest(waitsMs) ?? DEFAULT_FRESH_MS;
  return Math.min(Math.max(waitMs, MIN_FRESH_MS), MAX_FRESH_MS);
}

function untilMs(timeMs: number | null, nowMs: number): number | null {
  return timeMs === null ? null : timeMs - nowMs;
}

function expiryMs(weather: object): number | null {
  return timeOf(field(weather, 'expiresAt')) ?? secondsMs(field(weather, 'e'));
}

function observedMs(body: object): number | null {
  return earliest(
    weatherIn(body).map(
      (weather) =>
        timeOf(field(weather, 'observedAt')) ??
        timeOf(field(weather, 'issuedAt')) ??
        secondsMs(field(weather, 't')),
    ),
  );
}

/** The body itself, or the glances in a body for several places. */
function weatherIn(body: object): readonly object[] {
  if (!Array.isArray(body)) return [body];
  return entriesOf(body).flatMap((entry) => (field(entry, 'glance') as object | undefined) ?? []);
}

/** Of a body for several places. */
function entriesOf(body: object): readonly object[] {
  return Array.isArray(body) ? (body as object[]) : [];
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((ms) => ms !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function field(body: object, name: string): unknown {
  return (body as Readonly<Record<string, unknown>>)[name];
}

function timeOf(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function secondsMs(value: unknown): number | null {
  return typeof value === 'number' ? value * SECOND_MS : null;
}
