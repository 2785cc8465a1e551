/** What an answer says about its own time; instants in ms since the epoch. */
export interface Lifetime {
  /** When the weather was so; when the answer came, if it does not say. */
  readonly asOfMs: number;
  /** Whether the service itself could offer an old copy only. */
  readonly stale: boolean;
  /** To ask earlier brings the same. */
  readonly askAgainAtMs: number;
  /** Until when it may be shown although it cannot be refreshed. */
  readonly usableUntilMs: number;
}

interface Arrival {
  readonly headers: Headers;
  /** Empty of an answer that is unchanged: what an older body says of its time is over. */
  readonly body: object;
  readonly nowMs: number;
  readonly random: () => number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Where headers are hidden: half the shortest window, over which the service would spread its watches. */
const SPREAD_MS = 5 * MINUTE_MS;
/** Where nothing tells, or the watch's clock is wrong: as for current conditions. */
const UNTOLD_FRESH_MS = 10 * MINUTE_MS;
const FRESH_AT_LEAST_MS = MINUTE_MS;
const FRESH_AT_MOST_MS = 6 * HOUR_MS;
const UNTOLD_USABLE_MS = 6 * HOUR_MS;

/** From the headers (RFC 9111, 5861, 9211); on platforms that hide them, from the body. */
export function lifetimeOf({ headers, body, nowMs, random }: Arrival): Lifetime {
  const maxAgeMs = directiveMs(headers, 'max-age');
  const askAgainAtMs = nowMs + (maxAgeMs ?? untilExpiryMs(body, nowMs) + random() * SPREAD_MS);
  return {
    asOfMs: timeOf(headers.get('last-modified')) ?? observedMs(body) ?? nowMs,
    stale: isStale(headers, body),
    askAgainAtMs,
    usableUntilMs: askAgainAtMs + (directiveMs(headers, 'stale-if-error') ?? UNTOLD_USABLE_MS),
  };
}

function directiveMs(headers: Headers, name: string): number | null {
  const directives = headers.get('cache-control')?.split(',') ?? [];
  const value = directives.map((text) => text.trim().split('=')).find(([key]) => key === name)?.[1];
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * SECOND_MS : null;
}

/**
 * `Cache-Status` tells of a copy past its time by a negative `ttl`. Only the body tells when a glance is
 * one part old and one part just bought.
 */
function isStale(headers: Headers, body: object): boolean {
  if (/;\s*ttl=-/.test(headers.get('cache-status') ?? '')) return true;
  return field(body, 'stale') === true || field(body, 's') === 1;
}

function untilExpiryMs(body: object, nowMs: number): number {
  const expiresAtMs = timeOf(field(body, 'expiresAt')) ?? epochMs(field(body, 'e'));
  if (expiresAtMs === null) return UNTOLD_FRESH_MS;
  return Math.min(Math.max(expiresAtMs - nowMs, FRESH_AT_LEAST_MS), FRESH_AT_MOST_MS);
}

function observedMs(body: object): number | null {
  return (
    timeOf(field(body, 'observedAt')) ??
    timeOf(field(body, 'issuedAt')) ??
    epochMs(field(body, 't'))
  );
}

function field(body: object, name: string): unknown {
  return (body as Readonly<Record<string, unknown>>)[name];
}

function timeOf(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function epochMs(value: unknown): number | null {
  return typeof value === 'number' ? value * SECOND_MS : null;
}
