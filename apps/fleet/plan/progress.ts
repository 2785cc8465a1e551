const EVERY_MS = 2_000;
const MINUTE_SECONDS = 60;

/** Says on stderr how far a plan is, at most every two seconds. */
export class Progress {
  private readonly startedAtMs: number;
  private saidAtMs = 0;
  private done = 0;

  constructor(
    private readonly total: number,
    private readonly say: (line: string) => void,
    private readonly nowMs: () => number = Date.now,
  ) {
    this.startedAtMs = nowMs();
  }

  /** So many more requests are done. */
  add(requests: number): void {
    this.done += requests;
    const nowMs = this.nowMs();
    if (nowMs - this.saidAtMs < EVERY_MS || this.done === 0) return;
    this.saidAtMs = nowMs;
    const share = Math.min(1, this.done / this.total);
    const seconds = (nowMs - this.startedAtMs) / 1_000;
    const left = seconds / share - seconds;
    this.say(`plan: ${Math.round(100 * share)} % of the requests, about ${lengthOf(left)} left`);
  }
}

function lengthOf(seconds: number): string {
  return seconds < 2 * MINUTE_SECONDS
    ? `${Math.ceil(seconds)} s`
    : `${Math.round(seconds / MINUTE_SECONDS)} min`;
}
