import type { WakeTimes } from '../run/dispatcher.js';
import type { WakeOutcome } from '../watches/watch.js';
import { LatencyHistogram } from './latency-histogram.js';
import { ANSWERS, type Answer, type PhaseResult } from './load-result.js';

/** Counts and times of one phase, or of several together. */
export class PhaseStatistics {
  planned = 0;
  started = 0;
  dropped = 0;
  /** Undefined while nothing counts them. */
  upstreamCalls: number | undefined;
  private notSent = 0;
  private notModified = 0;
  private readonly errors = new Map<string, number>();
  private readonly lag = new LatencyHistogram();
  private readonly afterSend = new LatencyHistogram();
  private readonly latency = new LatencyHistogram();
  private readonly byAnswer = Object.fromEntries(
    ANSWERS.map((answer) => [answer, new LatencyHistogram()]),
  ) as Record<Answer, LatencyHistogram>;

  recordStart(lagMs: number): void {
    this.started += 1;
    this.lag.record(lagMs);
  }

  /** Latency counts from the intended start, so that a late generator cannot hide a slow service. */
  recordEnd({ kind, code, notModified }: WakeOutcome, times: WakeTimes): void {
    if (kind === 'notSent') {
      this.notSent += 1;
      return;
    }
    const latencyMs = times.endedMs - times.intendedMs;
    this.latency.record(latencyMs);
    this.afterSend.record(times.endedMs - times.startedMs);
    if (kind === 'error') {
      const name = code ?? 'unknown';
      this.errors.set(name, (this.errors.get(name) ?? 0) + 1);
      return;
    }
    this.notModified += Number(notModified);
    this.byAnswer[kind].record(latencyMs);
  }

  recordUpstreamCalls(calls: number): void {
    this.upstreamCalls = (this.upstreamCalls ?? 0) + calls;
  }

  add(other: PhaseStatistics): void {
    this.planned += other.planned;
    this.started += other.started;
    this.dropped += other.dropped;
    this.notSent += other.notSent;
    this.notModified += other.notModified;
    if (other.upstreamCalls !== undefined) this.recordUpstreamCalls(other.upstreamCalls);
    for (const [code, count] of other.errors) {
      this.errors.set(code, (this.errors.get(code) ?? 0) + count);
    }
    for (const name of ['lag', 'afterSend', 'latency'] as const) this[name].add(other[name]);
    for (const answer of ANSWERS) this.byAnswer[answer].add(other.byAnswer[answer]);
  }

  result(): PhaseResult {
    const { planned, started, dropped, notSent, notModified, upstreamCalls, latency } = this;
    const requests = latency.count;
    const failed = [...this.errors.values()].reduce((sum, count) => sum + count, 0);
    const share = (count: number): number | null => (requests === 0 ? null : count / requests);
    return {
      planned,
      started,
      dropped,
      notSent,
      requests,
      notModified,
      errors: { count: failed, share: share(failed), byCode: Object.fromEntries(this.errors) },
      answers: Object.fromEntries(
        ANSWERS.map((answer) => {
          const histogram = this.byAnswer[answer];
          const { count } = histogram;
          return [answer, { count, share: share(count), latencyMs: histogram.summary() }];
        }),
      ) as PhaseResult['answers'],
      latencyMs: latency.summary(),
      afterSendMs: this.afterSend.summary(),
      lagMs: this.lag.summary(),
      upstreamCalls: upstreamCalls ?? null,
      upstreamShare: upstreamCalls === undefined ? null : share(upstreamCalls),
    };
  }
}
