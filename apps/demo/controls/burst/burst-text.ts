/** Of a burst; each request wakes another one. */
export const BURST_WATCHES = 10_000;

/** What a burst has done up to now. */
export interface BurstFigures {
  readonly requests: number;
  /** Null while the API does not answer. */
  readonly providerCalls: number | null;
  /** In milliseconds; null where nothing was measured. */
  readonly p99Ms: number | null;
}

/** One second of the load generator. */
export type BurstSecond = Omit<BurstFigures, 'providerCalls'>;

/** What is shown of the JSON that the load generator writes at its end. */
export interface BurstResult {
  readonly outcome: string;
  readonly measured: {
    readonly requests: number;
    readonly errors: { readonly count: number };
    readonly latencyMs: { readonly p99: number | null };
  };
}

/** `   7 s  hold  218/s  p99 3346 ms  …` */
const SECOND = /^\s*\d+ s\s+\S+\s+(\d+)\/s\s+p99 (?:-|([\d.]+) ms)/;

const TOKENS = /^Tokens: (\d+) of \d+$/;

const count = new Intl.NumberFormat('en');

/** The requests of a second from a line of the load generator; undefined for its other lines. */
export function burstSecond(line: string): BurstSecond | undefined {
  const [, requests, p99] = SECOND.exec(line) ?? [];
  if (requests === undefined) return undefined;
  return { requests: Number(requests), p99Ms: p99 === undefined ? null : Number(p99) };
}

/** `Burst: 3,000 of 10,000 watches have a token.`; undefined for other lines of the load generator than those of tokens. */
export function tokensText(line: string): string | undefined {
  const [, ready] = TOKENS.exec(line) ?? [];
  if (ready === undefined) return undefined;
  return `Burst: ${count.format(Number(ready))} of ${count.format(BURST_WATCHES)} watches have a token.`;
}

/** `Burst: 3,400 of about 10,000 requests, 318 provider calls, p99 12 ms` */
export function runningText({ requests, ...rest }: BurstFigures): string {
  const part = `${count.format(requests)} of about ${count.format(BURST_WATCHES)}`;
  return `Burst: ${part} requests, ${costText(rest)}`;
}

/** `10,000 watches: 10,155 requests, 392 provider calls, p99 12 ms.` */
export function resultText(
  { outcome, measured }: BurstResult,
  providerCalls: number | null,
): string {
  const who = outcome === 'stopped' ? 'Stopped burst' : `${count.format(BURST_WATCHES)} watches`;
  const errors = measured.errors.count;
  const failed = errors === 0 ? '' : ` (${count.format(errors)} failed)`;
  const cost = costText({ providerCalls, p99Ms: measured.latencyMs.p99 });
  return `${who}: ${count.format(measured.requests)} requests${failed}, ${cost}.`;
}

function costText({ providerCalls, p99Ms }: Omit<BurstFigures, 'requests'>): string {
  const calls = providerCalls === null ? '–' : count.format(providerCalls);
  const p99 = p99Ms === null ? '–' : count.format(Math.round(p99Ms));
  return `${calls} provider calls, p99 ${p99} ms`;
}
