import type { Clock } from '@app/clock/clock.js';

/** Where it starts, and returns to when so many calls were not needed for a while. */
const INITIAL = 16;
const LOWEST = 4;
const HIGHEST = 64;
const FORGOTTEN_AFTER_MS = 60_000;
/** Below it a result of a round is noise: one place whose call fails shows nothing about the source. */
const MOST_BAD_SHARE = 0.1;

/** The round in which a call started. */
export type Round = number;

/**
 * How many calls of an operation may run at once, found from how the source answers them (AIMD, as TCP finds its
 * window). A round has as many calls as may run at once. If more than a tenth of them fail, the limit is halved. If
 * not, and it was fully used, it is doubled; after the first halving it is raised by an eighth. A source that is merely
 * slow is not called less: that would not help a caller who waits.
 */
export class ConcurrencyLimit {
  private limit = INITIAL;
  private round: Round = 0;
  private results = 0;
  private badResults = 0;
  private usedFully = false;
  private wasHalved = false;
  private usedFullyAtMs = -Infinity;

  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {}

  get current(): number {
    return this.limit;
  }

  /** A call starts. Pass the result on to `end`. */
  start(running: number): Round {
    const nowMs = this.clock.nowMs();
    if (nowMs - this.usedFullyAtMs > FORGOTTEN_AFTER_MS) this.forget();
    if (running >= this.limit) {
      this.usedFully = true;
      this.usedFullyAtMs = nowMs;
    }
    return this.round;
  }

  /** A call that reached the source has ended. One that started before the last halving says nothing about it. */
  end(startedIn: Round, hasFailed: boolean): void {
    if (startedIn < this.round) return;
    this.results += 1;
    if (hasFailed) this.badResults += 1;
    const tooManyBad = this.badResults > MOST_BAD_SHARE * this.limit;
    if (tooManyBad) this.halve();
    else if (this.results >= this.limit) this.rise();
  }

  private halve(): void {
    this.limit = Math.max(LOWEST, Math.floor(this.limit / 2));
    this.wasHalved = true;
    this.round += 1;
    this.startRound();
  }

  private rise(): void {
    if (this.usedFully) {
      const step = this.wasHalved ? Math.ceil(this.limit / 8) : this.limit;
      this.limit = Math.min(HIGHEST, this.limit + step);
    }
    this.startRound();
  }

  private forget(): void {
    this.usedFullyAtMs = this.clock.nowMs();
    this.limit = INITIAL;
    this.wasHalved = false;
    this.startRound();
  }

  private startRound(): void {
    this.results = 0;
    this.badResults = 0;
    this.usedFully = false;
  }
}
