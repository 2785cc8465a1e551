import { randomUUID } from 'node:crypto';
import type { Clock } from '@app/clock/clock.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import type { Outcome } from '../outcome.js';
import { RefusedCallError } from '../refused-call.error.js';
import { isOfOtherCredential, type CallCooldowns } from './call-cooldowns.js';
import type { CooldownStore } from './cooldown-store.js';
import {
  isBreaker,
  scopeOf,
  type Cooldown,
  type CooldownChange,
  type CooldownName,
  type CooldownStart,
} from './cooldown.js';
import { blockedUntilMs, MemoryCooldownStore } from './memory-cooldown-store.js';

/** An admitted call, and the cooldowns that it probes. */
export interface Permit {
  readonly token: string;
  readonly probes: ReadonlyMap<CooldownName, Cooldown>;
}

/** What a call shows about the cooldowns it probes, and the cooldowns that it starts. */
export interface CallResult {
  readonly outcome: Outcome;
  /** The error code of a failed call. */
  readonly code?: string | undefined;
  readonly starts: readonly CooldownStart[];
}

/**
 * The cooldowns of one source, in memory and, if there is one, in a store that processes share. A
 * cooldown that memory knows refuses calls without a request to the store. When its time is over, the
 * shared store picks the probe; while the store is down, memory does. Circuit breakers stay in memory.
 */
export class Cooldowns {
  private readonly memory: MemoryCooldownStore;
  private credential: string | undefined;

  constructor(
    private readonly shared: CooldownStore | undefined,
    private readonly clock: Clock,
    private readonly onChange: (change: CooldownChange) => void,
  ) {
    this.memory = new MemoryCooldownStore(clock);
  }

  /** @throws RefusedCallError when memory knows that one of them is in force */
  throwIfRefused({ shared, breaker, credential }: CallCooldowns): void {
    this.forgetOtherCredentials(credential);
    const name = this.memory.blocking([...shared, breaker]);
    if (name) throw this.refusal(name);
  }

  /** The refusal of a call that memory knows of, other than by a breaker: for every process alike. */
  sharedRefusal({ shared, credential }: CallCooldowns): RefusedCallError | undefined {
    this.forgetOtherCredentials(credential);
    const name = this.memory.blocking(shared);
    return name && this.refusal(name);
  }

  /** @throws RefusedCallError */
  async enter(names: CallCooldowns): Promise<Permit> {
    this.throwIfRefused(names);
    const token = randomUUID();
    const local = await this.memory.enter([...names.shared, names.breaker], token);
    const shared = await unlessDown(this.shared?.enter(names.shared, token));
    for (const name of shared ? names.shared : []) {
      this.adopt(name, shared?.cooldowns.get(name), token);
    }
    const refusedBy = shared ? shared.refusedBy : local.refusedBy;
    if (refusedBy) {
      await this.memory.leave([names.breaker], token, false);
      throw this.refusal(refusedBy, shared?.cooldowns.get(refusedBy));
    }
    const present = [...local.cooldowns].filter(([name]) => !shared || isBreaker(name));
    const probes = [...present, ...(shared?.cooldowns ?? [])].filter(
      ([name]) => this.memory.get(name)?.probe?.token === token,
    );
    return { token, probes: new Map(probes) };
  }

  /**
   * Ends a call. A cooldown that it probed starts again when the call fails for the same reason; it ends
   * when the source works. Any other failure may be the item's own: it prolongs breakers and cooldowns of
   * the item, and of the others the next call is the probe.
   */
  async leave({ token, probes }: Permit, { outcome, code, starts }: CallResult): Promise<void> {
    for (const start of starts) await this.start(start);
    const rest = [...probes].filter(([probed]) => !starts.some(({ name }) => name === probed));
    const ended: CooldownName[] = [];
    for (const [name, { reason, periodMs, maxMs }] of rest) {
      const isProlonged = outcome === 'failure' && (isBreaker(name) || scopeOf(name) === 'item');
      if (reason !== code && !isProlonged) ended.push(name);
      else await this.start({ name, reason, periodMs, maxMs, retryAfterMs: 0 });
    }
    if (ended.length > 0) await this.end(ended, token, outcome === 'success');
  }

  async start(start: CooldownStart): Promise<void> {
    const { name, message } = start;
    const before = this.memory.get(name);
    const local = await this.memory.start(start);
    const shared = isBreaker(name) ? undefined : await unlessDown(this.shared?.start(start));
    if (shared) this.memory.adopt(name, shared);
    if (!before) this.onChange({ name, cooldown: shared ?? local, isActive: true, message });
  }

  all(): ReadonlyMap<CooldownName, Cooldown> {
    return this.memory.all();
  }

  private async end(names: CooldownName[], token: string, isOver: boolean): Promise<void> {
    const before = names.map((name) => [name, this.memory.get(name)] as const);
    await this.memory.leave(names, token, isOver);
    const shared = names.filter((name) => !isBreaker(name));
    if (shared.length > 0) await unlessDown(this.shared?.leave(shared, token, isOver));
    for (const [name, cooldown] of before) {
      if (cooldown && !this.memory.get(name)) this.onChange({ name, cooldown, isActive: false });
    }
  }

  /** Drops the probe of another process: the next call of this process asks the store again. */
  private adopt(name: CooldownName, cooldown: Cooldown | undefined, token: string): void {
    const before = this.memory.get(name);
    const { probe, ...plain } = cooldown ?? {};
    this.memory.adopt(name, probe?.token === token ? cooldown : cooldown && (plain as Cooldown));
    if (!before && cooldown) this.onChange({ name, cooldown, isActive: true });
    if (before && !cooldown) this.onChange({ name, cooldown: before, isActive: false });
  }

  /** A call with another API key shows that the old one was replaced. */
  private forgetOtherCredentials(credential: string): void {
    if (credential === this.credential) return;
    this.credential = credential;
    for (const [name, cooldown] of this.memory.all()) {
      if (!isOfOtherCredential(name, credential)) continue;
      this.memory.adopt(name, undefined);
      this.onChange({ name, cooldown, isActive: false });
    }
  }

  private refusal(name: CooldownName, cooldown = this.memory.get(name)): RefusedCallError {
    const leftMs = cooldown ? blockedUntilMs(cooldown) - this.clock.nowMs() : 0;
    const reason = cooldown?.reason ?? 'unknown';
    const [code, text] = isBreaker(name)
      ? (['breaker-open', 'the source failed several times in a row'] as const)
      : (['paused', 'cooldown in force'] as const);
    const by = { scope: scopeOf(name), reason };
    return new RefusedCallError(code, `${text}: ${reason}`, Math.max(1, leftMs), by);
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
