import { randomUUID } from 'node:crypto';
import type { Clock } from '@app/clock/clock.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import type { Outcome } from '../outcome.js';
import { RefusedCallError } from '../refused-call.error.js';
import type { CooldownStore } from './cooldown-store.js';
import { scopeOf, type Cooldown, type CooldownName, type CooldownStart } from './cooldown.js';
import { blockedUntilMs, MemoryCooldownStore } from './memory-cooldown-store.js';

/** An admitted call, and the cooldowns that it probes. */
export interface Permit {
  readonly token: string;
  readonly probes: ReadonlyMap<CooldownName, Cooldown>;
}

/** Called when a cooldown starts and ends, as this process sees it. */
export type CooldownListener = (name: CooldownName, cooldown: Cooldown, isActive: boolean) => void;

/**
 * The cooldowns of one source, in memory and, if there is one, in a store that processes share. A
 * cooldown that memory knows refuses calls without a request to the store. When its time is over, the
 * shared store picks the probe; while the store is down, memory does.
 */
export class Cooldowns {
  private readonly memory: MemoryCooldownStore;

  constructor(
    private readonly shared: CooldownStore | undefined,
    private readonly clock: Clock,
    private readonly onChange: CooldownListener,
  ) {
    this.memory = new MemoryCooldownStore(clock);
  }

  /** @throws RefusedCallError when memory knows that one of them is in force */
  throwIfRefused(names: readonly CooldownName[]): void {
    this.forgetOtherKeys(names);
    const name = this.memory.blocking(names);
    if (name) throw this.refusal(name);
  }

  /** @throws RefusedCallError */
  async enter(names: readonly CooldownName[]): Promise<Permit> {
    this.throwIfRefused(names);
    const token = randomUUID();
    const { refusedBy, cooldowns } = await this.memory.enter(names, token);
    const shared = await unlessDown(this.shared?.enter(names, token));
    for (const name of shared ? names : []) this.adopt(name, shared?.cooldowns.get(name), token);
    const blocking = shared ? shared.refusedBy : refusedBy;
    if (blocking) throw this.refusal(blocking, shared?.cooldowns.get(blocking));
    const probes = [...(shared?.cooldowns ?? cooldowns)].filter(
      ([, { probe }]) => probe?.token === token,
    );
    return { token, probes: new Map(probes) };
  }

  /** Ends a call: the cooldowns that it probed end on success, and start again on failure. */
  async leave({ token, probes }: Permit, outcome: Outcome, start?: CooldownStart): Promise<void> {
    if (start) await this.start(start);
    const rest = [...probes].filter(([name]) => name !== start?.name);
    if (outcome === 'failure') {
      for (const [name, { reason, periodMs, maxMs }] of rest) {
        await this.start({ name, reason, periodMs, maxMs, retryAfterMs: 0 });
      }
    } else if (rest.length > 0) {
      const names = rest.map(([name]) => name);
      await this.end(names, token, outcome === 'success');
    }
  }

  all(): ReadonlyMap<CooldownName, Cooldown> {
    return this.memory.all();
  }

  private async start(start: CooldownStart): Promise<void> {
    const before = this.memory.get(start.name);
    const local = await this.memory.start(start);
    const shared = await unlessDown(this.shared?.start(start));
    if (shared) this.memory.adopt(start.name, shared);
    if (!before) this.onChange(start.name, shared ?? local, true);
  }

  private async end(names: CooldownName[], token: string, isOver: boolean): Promise<void> {
    const before = names.map((name) => [name, this.memory.get(name)] as const);
    await this.memory.leave(names, token, isOver);
    await unlessDown(this.shared?.leave(names, token, isOver));
    for (const [name, cooldown] of before) {
      if (cooldown && !this.memory.get(name)) this.onChange(name, cooldown, false);
    }
  }

  /** Drops the probe of another process: the next call of this process asks the store again. */
  private adopt(name: CooldownName, cooldown: Cooldown | undefined, token: string): void {
    const before = this.memory.get(name);
    const { probe, ...plain } = cooldown ?? {};
    this.memory.adopt(name, probe?.token === token ? cooldown : cooldown && (plain as Cooldown));
    if (!before && cooldown) this.onChange(name, cooldown, true);
    if (before && !cooldown) this.onChange(name, before, false);
  }

  /** A call with another key shows that the old key was replaced. */
  private forgetOtherKeys(names: readonly CooldownName[]): void {
    for (const [name, cooldown] of this.memory.all()) {
      if (scopeOf(name) !== 'key' || names.includes(name)) continue;
      this.memory.adopt(name, undefined);
      this.onChange(name, cooldown, false);
    }
  }

  private refusal(name: CooldownName, cooldown = this.memory.get(name)): RefusedCallError {
    const leftMs = cooldown ? blockedUntilMs(cooldown) - this.clock.nowMs() : 0;
    const message = `cooldown in force: ${cooldown?.reason}`;
    return new RefusedCallError('paused', message, Math.max(1, leftMs));
  }
}

/** The shared store is optional: without it, memory decides. */
async function unlessDown<T>(answer: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof RedisDownError)) throw error;
    return undefined;
  }
}
