import { cacheOutcome } from '../../../../packages/watch-client/http/cache-status.js';

/** One request of a watch, as the browser saw it. */
export interface Exchange {
  readonly status: number;
  /** The field `Cache-Status`. */
  readonly cacheStatus: string | null;
  /** Of the body, as it was decoded. */
  readonly bodyBytes: number;
  readonly durationMs: number;
}

/** `187 B · hit · 4 ms`, `0 B · 304 · 3 ms` */
export function exchangeText({ status, cacheStatus, bodyBytes, durationMs }: Exchange): string {
  const answer = status === 200 ? (cacheOutcome(cacheStatus) ?? 'answered') : String(status);
  return `${bodyBytes} B · ${answer} · ${Math.round(durationMs)} ms`;
}
