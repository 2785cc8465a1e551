import { LoadError } from '@app/load/load.error.js';
import { Attempts, ATTEMPT_WITHIN_MS, type AttemptsOptions } from './attempts.js';
import { Breaker } from './lane/breaker.js';
import { Bulkhead } from './lane/bulkhead.js';
import type { Attempt, Call, Reply } from './call.js';
import { fingerprintOf } from './fingerprint.js';
import type { BreakerState } from './guard-events.js';
import type { PauseStore } from './pauses/pause-store.js';
import { scopeOf, type Closing, type Pause, type PauseName } from './pauses/pause.js';
import { Pauses } from './pauses/pauses.js';
import type { Finding } from './finding.js';

const RUN_WITHIN_MS = 3_000;
/** So that whoever waited for a turn still has a whole attempt. */
const TURN_WITHIN_MS = RUN_WITHIN_MS - ATTEMPT_WITHIN_MS;
const AT_ONCE = 64;
const WAITING = 512;

/** What guards a source: what its attempts need, and where its pauses are shared. */
export interface CallGuardOptions extends AttemptsOptions {
  /** What processes share; undefined = memory is all there is. */
  readonly pauses: PauseStore | undefined;
}

/** How things stand between us and a source. */
export interface GuardSnapshot {
  readonly lanes: ReadonlyMap<
    string,
    { readonly breaker: BreakerState; readonly running: number; readonly waiting: number }
  >;
  readonly pauses: ReadonlyMap<PauseName, Pause>;
}

interface Lane {
  readonly breaker: Breaker;
  readonly bulkhead: Bulkhead;
}

type Outcome<T> = { readonly reply: Reply<T> } | { readonly error: unknown };

/**
 * Stands before every call to one source: pauses, a breaker and a bulkhead per lane, one retry, and
 * the budget. Everybody is answered within 3 s, and the source is not asked more than it can bear.
 */
export class CallGuard {
  private readonly lanes = new Map<string, Lane>();
  private readonly pauses: Pauses;
  private readonly attempts: Attempts;

  constructor(private readonly options: CallGuardOptions) {
    const { name: source, clock, events } = options;
    this.attempts = new Attempts(options);
    this.pauses = new Pauses(options.pauses, clock, (name, { reason, untilMs }, paused) => {
      const of = name.split(':')[1];
      const what = { source, scope: scopeOf(name), reason, untilMs, ...(of ? { of } : {}) };
      events.emit({ name: paused ? 'paused' : 'resumed', ...what });
    });
  }

  /**
   * @throws RefusedCallError when the source is not asked, LoadError when there is no budget, or
   * whatever the last attempt throws
   */
  async run<T>(call: Call, attempt: Attempt<T>): Promise<T> {
    const deadlineMs = this.options.clock.nowMs() + RUN_WITHIN_MS;
    const lane = this.laneOf(call.lane);
    const names = pausesOf(call);
    this.refuse(lane, names);
    const waitForMs = call.priority === 'refresh' ? 0 : TURN_WITHIN_MS;
    return lane.bulkhead.run(async () => {
      const visit = await this.pauses.enter(names);
      const isProbe = visit.probes.size > 0 || lane.breaker.state !== 'closed';
      const reply = isProbe
        ? lane.breaker.probe(
            () => this.attempts.admit(call),
            () => this.attempts.admitted(call, attempt, deadlineMs),
          )
        : lane.breaker.run(() =>
            this.attempts.upToTwo(call, attempt, deadlineMs, () => this.refuse(lane, names)),
          );
      const outcome = await outcomeOf(reply);
      await this.pauses.leave(visit, ...this.findingOf(outcome, names));
      if ('error' in outcome) throw outcome.error;
      return outcome.reply.value;
    }, waitForMs);
  }

  snapshot(): GuardSnapshot {
    const lanes = [...this.lanes].map(
      ([name, { breaker, bulkhead }]) =>
        [name, { breaker: breaker.state, ...bulkhead.occupancy }] as const,
    );
    return { lanes: new Map(lanes), pauses: this.pauses.all() };
  }

  private refuse(lane: Lane, names: readonly PauseName[]): void {
    lane.breaker.refuse();
    this.pauses.refuse(names);
  }

  /** What a call told of the source, and the pause that it brings. */
  private findingOf(
    outcome: Outcome<unknown>,
    names: readonly PauseName[],
  ): [Finding, Closing | undefined] {
    const { consequences } = this.options;
    if ('reply' in outcome) {
      return ['well', consequences.closing(outcome.reply.warning, undefined, names)];
    }
    const { code, retryAfterMs } = LoadError.of(outcome.error);
    const closing = consequences.closing(code, retryAfterMs, names);
    return [closing ? 'failing' : consequences.told(outcome.error), closing];
  }

  private laneOf(name: string): Lane {
    const present = this.lanes.get(name);
    if (present) return present;
    const { name: source, consequences, clock, events } = this.options;
    const told = (error: unknown): Finding => consequences.told(error);
    const lane = {
      breaker: new Breaker(told, clock, (state, cause) =>
        events.emit({ name: 'breaker', source, lane: name, state, cause }),
      ),
      bulkhead: new Bulkhead(AT_ONCE, WAITING, () =>
        events.emit({ name: 'overloaded', source, lane: name }),
      ),
    };
    this.lanes.set(name, lane);
    return lane;
  }
}

function pausesOf({ lane, key }: Call): readonly PauseName[] {
  const byLane: PauseName[] = ['source', `lane:${lane}`];
  return key === undefined ? byLane : [...byLane, `key:${fingerprintOf(key)}`];
}

async function outcomeOf<T>(reply: Promise<Reply<T>>): Promise<Outcome<T>> {
  try {
    return { reply: await reply };
  } catch (error) {
    return { error };
  }
}
