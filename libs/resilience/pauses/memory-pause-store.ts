import type { Clock } from '@app/clock/clock.js';
import { PauseStore, PROBE_MS, type Passage } from './pause-store.js';
import type { Closing, Pause, PauseName } from './pause.js';

/** Pauses of this process alone. */
export class MemoryPauseStore extends PauseStore {
  private readonly pauses = new Map<PauseName, Pause>();

  constructor(private readonly clock: Clock) {
    super();
  }

  override enter(names: readonly PauseName[], token: string): Promise<Passage> {
    const refusedBy = this.refusing(names);
    if (!refusedBy) {
      const probe = { token, untilMs: this.clock.nowMs() + PROBE_MS };
      for (const [name, pause] of this.of(names)) this.pauses.set(name, { ...pause, probe });
    }
    return Promise.resolve({ refusedBy, pauses: this.of(names) });
  }

  override close({ name, toldMs, ...rule }: Closing): Promise<Pause> {
    const nowMs = this.clock.nowMs();
    const present = this.pauses.get(name);
    const pause =
      present && nowMs < present.untilMs
        ? { ...withoutProbe(present), untilMs: Math.max(present.untilMs, nowMs + toldMs) }
        : closedAt(nowMs, rule, toldMs, present);
    this.pauses.set(name, pause);
    return Promise.resolve(pause);
  }

  override leave(names: readonly PauseName[], token: string, over: boolean): Promise<void> {
    for (const [name, pause] of this.of(names)) {
      if (pause.probe?.token !== token) continue;
      if (over) this.pauses.delete(name);
      else this.pauses.set(name, withoutProbe(pause));
    }
    return Promise.resolve();
  }

  /** Which of them lets nobody through just now, and for the longest. */
  refusing(names: readonly PauseName[]): PauseName | undefined {
    const left = this.of(names);
    const [longest] = [...left].toSorted(([, a], [, b]) => closedUntilMs(b) - closedUntilMs(a));
    return longest && this.clock.nowMs() < closedUntilMs(longest[1]) ? longest[0] : undefined;
  }

  get(name: PauseName): Pause | undefined {
    return this.pauses.get(name);
  }

  /** Puts down how a pause stands elsewhere; undefined = there is none. */
  adopt(name: PauseName, pause: Pause | undefined): void {
    if (pause) this.pauses.set(name, pause);
    else this.pauses.delete(name);
  }

  all(): ReadonlyMap<PauseName, Pause> {
    return this.pauses;
  }

  private of(names: readonly PauseName[]): Map<PauseName, Pause> {
    const found = names.map((name) => [name, this.pauses.get(name)] as const);
    return new Map(found.filter((entry): entry is [PauseName, Pause] => entry[1] !== undefined));
  }
}

/** Until when a pause lets nobody through. */
export function closedUntilMs({ untilMs, probe }: Pause): number {
  return Math.max(untilMs, probe?.untilMs ?? 0);
}

function closedAt(
  nowMs: number,
  rule: Omit<Closing, 'name' | 'toldMs'>,
  toldMs: number,
  before: Pause | undefined,
): Pause {
  const doubledMs = before ? Math.min(rule.longestMs, 2 * before.periodMs) : 0;
  const periodMs = Math.max(rule.periodMs, doubledMs);
  return { ...rule, periodMs, untilMs: nowMs + (toldMs || periodMs) };
}

function withoutProbe({ probe: _probe, ...pause }: Pause): Pause {
  return pause;
}
