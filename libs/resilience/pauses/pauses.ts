import { randomUUID } from 'node:crypto';
import type { Clock } from '@app/clock/clock.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import type { Finding } from '../finding.js';
import { RefusedCallError } from '../refused-call.error.js';
import { closedUntilMs, MemoryPauseStore } from './memory-pause-store.js';
import type { PauseStore } from './pause-store.js';
import { scopeOf, type Closing, type Pause, type PauseName } from './pause.js';

/** Somebody who was let through, and what he is to find out on his way. */
export interface Visit {
  readonly token: string;
  readonly probes: ReadonlyMap<PauseName, Pause>;
}

/** Told when a pause begins and ends, as this process sees it. */
export type PauseListener = (name: PauseName, pause: Pause, paused: boolean) => void;

/**
 * The pauses of one source, in memory and, where there is one, in a store that processes share. What
 * memory knows to be closed is refused without asking. When a time is over the shared store says
 * who is the probe; memory does while it is away.
 */
export class Pauses {
  private readonly memory: MemoryPauseStore;

  constructor(
    private readonly shared: PauseStore | undefined,
    private readonly clock: Clock,
    private readonly onChange: PauseListener,
  ) {
    this.memory = new MemoryPauseStore(clock);
  }

  /** @throws RefusedCallError when one of them is known to be closed */
  refuse(names: readonly PauseName[]): void {
    this.forgetOtherKeys(names);
    const name = this.memory.refusing(names);
    if (name) throw this.refusal(name);
  }

  /** @throws RefusedCallError */
  async enter(names: readonly PauseName[]): Promise<Visit> {
    this.refuse(names);
    const token = randomUUID();
    const { refusedBy, pauses } = await this.memory.enter(names, token);
    const shared = await unlessDown(this.shared?.enter(names, token));
    for (const name of shared ? names : []) this.adopt(name, shared?.pauses.get(name), token);
    const refusing = shared ? shared.refusedBy : refusedBy;
    if (refusing) throw this.refusal(refusing, shared?.pauses.get(refusing));
    const probes = [...(shared?.pauses ?? pauses)].filter(
      ([, { probe }]) => probe?.token === token,
    );
    return { token, probes: new Map(probes) };
  }

  /** Ends a visit: what it probed is over when the source is well, and closed again when it fails. */
  async leave(visit: Visit, finding: Finding, closing?: Closing): Promise<void> {
    if (closing) await this.close(closing);
    const rest = [...visit.probes].filter(([name]) => name !== closing?.name);
    if (finding === 'failing') {
      for (const [name, { reason, periodMs, longestMs }] of rest) {
        await this.close({ name, reason, periodMs, longestMs, toldMs: 0 });
      }
    } else if (rest.length > 0) {
      await this.end(
        rest.map(([name]) => name),
        visit.token,
        finding === 'well',
      );
    }
  }

  all(): ReadonlyMap<PauseName, Pause> {
    return this.memory.all();
  }

  private async close(closing: Closing): Promise<void> {
    const before = this.memory.get(closing.name);
    const here = await this.memory.close(closing);
    const shared = await unlessDown(this.shared?.close(closing));
    if (shared) this.memory.adopt(closing.name, shared);
    if (!before) this.onChange(closing.name, shared ?? here, true);
  }

  private async end(names: PauseName[], token: string, over: boolean): Promise<void> {
    const before = names.map((name) => [name, this.memory.get(name)] as const);
    await this.memory.leave(names, token, over);
    await unlessDown(this.shared?.leave(names, token, over));
    for (const [name, pause] of before) {
      if (pause && !this.memory.get(name)) this.onChange(name, pause, false);
    }
  }

  /** Another process's probe is its own affair: the next of ours asks again how it went. */
  private adopt(name: PauseName, pause: Pause | undefined, token: string): void {
    const before = this.memory.get(name);
    const { probe, ...plain } = pause ?? {};
    this.memory.adopt(name, probe?.token === token ? pause : pause && (plain as Pause));
    if (!before && pause) this.onChange(name, pause, true);
    if (before && !pause) this.onChange(name, before, false);
  }

  /** Whoever comes with another key shows that the old one was replaced. */
  private forgetOtherKeys(names: readonly PauseName[]): void {
    for (const [name, pause] of this.memory.all()) {
      if (scopeOf(name) !== 'key' || names.includes(name)) continue;
      this.memory.adopt(name, undefined);
      this.onChange(name, pause, false);
    }
  }

  private refusal(name: PauseName, pause = this.memory.get(name)): RefusedCallError {
    const leftMs = pause ? closedUntilMs(pause) - this.clock.nowMs() : 0;
    return new RefusedCallError('paused', `left alone: ${pause?.reason}`, Math.max(1, leftMs));
  }
}

/** The shared store is a convenience: without it, memory decides. */
async function unlessDown<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof RedisDownError)) throw error;
    return undefined;
  }
}
