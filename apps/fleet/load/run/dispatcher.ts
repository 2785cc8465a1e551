import type { Arrival } from '../plan/arrival-schedule.js';
import type { PhaseName } from '../plan/rate-segment.js';
import type { WakeOutcome } from '../watches/watch.js';
import type { RunClock } from './run-clock.js';

/** The times of one wake-up, by the clock of the run. */
export interface WakeTimes {
  /** When the schedule wanted it to start. */
  readonly intendedMs: number;
  readonly startedMs: number;
  readonly endedMs: number;
}

/** What happens during a run. */
export interface RunListener {
  /** Called before the first arrival of a phase, and again when a phase comes back. */
  phase(name: PhaseName): void;
  started(arrival: Arrival, lagMs: number): void;
  /** Too many wake-ups were in flight, so that this one was left out. */
  dropped(arrival: Arrival): void;
  ended(arrival: Arrival, outcome: WakeOutcome, times: WakeTimes): void;
}

export interface DispatcherOptions {
  readonly clock: RunClock;
  readonly wake: (watch: number) => Promise<WakeOutcome>;
  readonly listener: RunListener;
  readonly maxInFlight: number;
}

/** A stop is noticed within this time. */
const LONGEST_SLEEP_MS = 100;

/** Starts each wake-up at its time, whatever the earlier ones are doing. */
export class Dispatcher {
  private readonly inFlight = new Set<Promise<void>>();
  private phase: PhaseName | undefined;

  constructor(private readonly options: DispatcherOptions) {}

  /**
   * Resolves when all wake-ups have ended; after an abort, when those have that were started before it.
   * @throws what `wake` throws
   */
  async run(schedule: readonly Arrival[], signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    const startMs = clock.nowMs();
    for (const arrival of schedule) {
      const intendedMs = startMs + arrival.atMs;
      for (let nowMs = clock.nowMs(); nowMs < intendedMs; nowMs = clock.nowMs()) {
        if (signal.aborted) break;
        await clock.sleep(Math.min(intendedMs - nowMs, LONGEST_SLEEP_MS));
      }
      if (signal.aborted) break;
      this.start(arrival, intendedMs);
    }
    await Promise.all(this.inFlight);
  }

  private start(arrival: Arrival, intendedMs: number): void {
    const { listener, maxInFlight, clock } = this.options;
    if (arrival.phase !== this.phase) {
      this.phase = arrival.phase;
      listener.phase(arrival.phase);
    }
    if (this.inFlight.size >= maxInFlight) {
      listener.dropped(arrival);
      return;
    }
    const startedMs = clock.nowMs();
    listener.started(arrival, startedMs - intendedMs);
    const wake = this.wake(arrival, { intendedMs, startedMs });
    this.inFlight.add(wake);
    // A rejection stays in the set, for `run` to report.
    void wake.then(
      () => this.inFlight.delete(wake),
      () => undefined,
    );
  }

  private async wake(arrival: Arrival, times: Omit<WakeTimes, 'endedMs'>): Promise<void> {
    const { wake, listener, clock } = this.options;
    const outcome = await wake(arrival.watch);
    listener.ended(arrival, outcome, { ...times, endedMs: clock.nowMs() });
  }
}
