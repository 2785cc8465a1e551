import { LRUCache } from 'lru-cache';
import type { Clock } from '@app/clock/clock.js';
import { CooldownStore, PROBE_TIMEOUT_MS, type Admission } from './cooldown-store.js';
import { isOfFuture, type Cooldown, type CooldownName, type CooldownStart } from './cooldown.js';

const MAX_COOLDOWNS = 5_000;

/** Cooldowns of this process alone. */
export class MemoryCooldownStore extends CooldownStore {
  /** A forgotten cooldown costs one more call. */
  private readonly cooldowns = new LRUCache<CooldownName, Cooldown>({ max: MAX_COOLDOWNS });

  constructor(private readonly clock: Clock) {
    super();
  }

  override enter(names: readonly CooldownName[], token: string): Promise<Admission> {
    const refusedBy = this.blocking(names);
    if (!refusedBy) {
      const probe = { token, untilMs: this.clock.nowMs() + PROBE_TIMEOUT_MS };
      for (const [name, cooldown] of this.presentOf(names)) {
        this.cooldowns.set(name, { ...cooldown, probe });
      }
    }
    return Promise.resolve({ refusedBy, cooldowns: this.presentOf(names) });
  }

  override start(start: CooldownStart): Promise<Cooldown> {
    const nowMs = this.clock.nowMs();
    const present = this.presentOf([start.name]).get(start.name);
    const cooldown =
      present && nowMs < present.untilMs
        ? {
            ...withoutProbe(present),
            untilMs: Math.max(present.untilMs, nowMs + start.retryAfterMs),
          }
        : startedAt(nowMs, start, present);
    this.cooldowns.set(start.name, cooldown);
    return Promise.resolve(cooldown);
  }

  override leave(names: readonly CooldownName[], token: string, isOver: boolean): Promise<void> {
    for (const [name, cooldown] of this.presentOf(names)) {
      // oxlint-disable-next-line security/detect-possible-timing-attacks -- names a probe, and is no secret
      if (cooldown.probe?.token !== token) continue;
      if (isOver) this.cooldowns.delete(name);
      else this.cooldowns.set(name, withoutProbe(cooldown));
    }
    return Promise.resolve();
  }

  /** The cooldown that refuses a caller now, and for the longest time. */
  blocking(names: readonly CooldownName[]): CooldownName | undefined {
    const [longest] = [...this.presentOf(names)].toSorted(
      ([, a], [, b]) => blockedUntilMs(b) - blockedUntilMs(a),
    );
    return longest && this.clock.nowMs() < blockedUntilMs(longest[1]) ? longest[0] : undefined;
  }

  get(name: CooldownName): Cooldown | undefined {
    return this.cooldowns.get(name);
  }

  /** Copies the state of a cooldown from another store; undefined = there is none. */
  adopt(name: CooldownName, cooldown: Cooldown | undefined): void {
    if (cooldown) this.cooldowns.set(name, cooldown);
    else this.cooldowns.delete(name);
  }

  all(): ReadonlyMap<CooldownName, Cooldown> {
    return new Map(this.cooldowns.entries());
  }

  private presentOf(names: readonly CooldownName[]): Map<CooldownName, Cooldown> {
    const nowMs = this.clock.nowMs();
    const found = names.map((name) => [name, this.cooldowns.get(name)] as const);
    return new Map(
      found.filter(
        (entry): entry is [CooldownName, Cooldown] =>
          entry[1] !== undefined && !isOfFuture(entry[1], nowMs),
      ),
    );
  }
}

/** Until when a cooldown refuses callers, in ms since the epoch. */
export function blockedUntilMs({ untilMs, probe }: Cooldown): number {
  return Math.max(untilMs, probe?.untilMs ?? 0);
}

function startedAt(
  nowMs: number,
  { reason, periodMs: firstMs, maxMs, retryAfterMs }: CooldownStart,
  before: Cooldown | undefined,
): Cooldown {
  const doubledMs = before ? Math.min(maxMs, 2 * before.periodMs) : 0;
  const periodMs = Math.max(firstMs, doubledMs);
  return { reason, periodMs, maxMs, sinceMs: nowMs, untilMs: nowMs + (retryAfterMs || periodMs) };
}

function withoutProbe({ probe: _probe, ...cooldown }: Cooldown): Cooldown {
  return cooldown;
}
