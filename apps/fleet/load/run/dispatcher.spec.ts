import { describe, expect, it } from '@jest/globals';
import type { Arrival } from '../plan/arrival-schedule.js';
import type { WakeOutcome } from '../watches/watch.js';
import { Dispatcher } from './dispatcher.js';
import { Recorder } from './recorder.js';

const HIT: WakeOutcome = { kind: 'hit', code: null, notModified: false };
const arrival = (atMs: number, watch: number): Arrival => ({ atMs, phase: 'hold', watch });

/** Time passes only while the dispatcher sleeps, and where a test lets it pass. */
class FakeClock {
  private ms = 5_000;
  private readonly timers: { atMs: number; fire: () => void }[] = [];

  readonly nowMs = (): number => this.ms;

  readonly sleep = async (ms: number): Promise<void> => {
    this.advance(ms);
    // As with a real timer, everything that is ready runs first.
    await new Promise(setImmediate);
  };

  advance(ms: number): void {
    this.ms += ms;
    for (const timer of this.timers.splice(0)) {
      if (timer.atMs <= this.ms) timer.fire();
      else this.timers.push(timer);
    }
  }

  after(ms: number): Promise<void> {
    return new Promise((fire) => this.timers.push({ atMs: this.ms + ms, fire }));
  }
}

async function runOf(
  schedule: readonly Arrival[],
  wake: (watch: number, clock: FakeClock) => Promise<WakeOutcome>,
  { maxInFlight = 100, signal = new AbortController().signal } = {},
) {
  const clock = new FakeClock();
  const recorder = new Recorder(() => undefined);
  recorder.expect(schedule);
  const options = { clock, listener: recorder, maxInFlight };
  await new Dispatcher({ ...options, wake: (watch) => wake(watch, clock) }).run(schedule, signal);
  return recorder.results().measured;
}

describe('Dispatcher', () => {
  it('counts latency from the intended start when the generator itself was held up', async () => {
    const { latencyMs, afterSendMs, lagMs } = await runOf(
      [arrival(0, 0), arrival(10, 1)],
      async (watch, clock) => {
        if (watch === 0) clock.advance(500);
        return HIT;
      },
    );

    // The second watch was to start at 10 ms; it started at 500 ms, and its answer took no time.
    expect(latencyMs.max).toBeCloseTo(500, -1);
    expect(latencyMs.p50).toBeCloseTo(490, -1);
    expect(afterSendMs.p50).toBeLessThan(1);
    expect(lagMs.max).toBeCloseTo(490, -1);
  });

  it('starts a wake-up at its time while earlier ones are unanswered', async () => {
    const startedAtMs: number[] = [];
    await runOf([arrival(0, 0), arrival(40, 1), arrival(400, 2)], async (_watch, clock) => {
      startedAtMs.push(clock.nowMs() - 5_000);
      if (startedAtMs.length < 3) await clock.after(300);
      return HIT;
    });

    expect(startedAtMs).toEqual([0, 40, 400]);
  });

  it('drops and counts wake-ups beyond the limit of unanswered ones', async () => {
    const schedule = [0, 1, 2, 3].map((at) => arrival(at, at));
    const answered = await runOf(
      [...schedule, arrival(50, 4)],
      async (_watch, clock) => {
        if (clock.nowMs() < 5_050) await clock.after(20);
        return HIT;
      },
      { maxInFlight: 2 },
    );

    expect(answered).toMatchObject({ planned: 5, started: 3, dropped: 2, requests: 3 });
  });

  it('stops at an abort and keeps what was measured', async () => {
    const stop = new AbortController();
    const schedule = [0, 10, 20].map((at) => arrival(at, at));
    const result = await runOf(
      schedule,
      async (watch) => {
        if (watch === 10) stop.abort('interrupted');
        return HIT;
      },
      { signal: stop.signal },
    );

    expect(result).toMatchObject({ planned: 3, started: 2, requests: 2 });
  });

  it('rejects with an unexpected error of a watch', async () => {
    const bug = new Error('a bug');

    await expect(runOf([arrival(0, 0)], () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
