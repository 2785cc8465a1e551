import type { WatchRequest } from '../load/load.js';
import type { PositionQuery } from '../world/positions.js';

/** What all watches of a run have in common. */
export interface Fleet {
  /** Bearer tokens; the first `KNOWN_TOKENS` are used again and again, each other one once per contender. */
  readonly tokens: readonly string[];
  /** How many positions are in the memory of the first pod. */
  readonly warmPositions: number;
  /** Unlimited, the same sequence at each call. */
  readonly positions: () => Iterator<PositionQuery, never>;
}

export const KNOWN_TOKENS = 500;

/** The tokens and positions of one contender, with what it has met before. */
export class Supply {
  /** In the memory of the first pod. */
  readonly warm: readonly PositionQuery[];
  private readonly positions: Iterator<PositionQuery, never>;
  /** Loaded by the second pod, not yet read by the first. */
  private readonly inRedis: PositionQuery[] = [];
  private nextToken = KNOWN_TOKENS;
  private nextKnown = 0;

  constructor(private readonly fleet: Fleet) {
    this.positions = fleet.positions();
    this.warm = Array.from({ length: fleet.warmPositions }, () => this.newPosition());
  }

  /** A token that the pod has verified before. */
  knownToken(): string {
    this.nextKnown = (this.nextKnown + 1) % KNOWN_TOKENS;
    return this.bearer(this.nextKnown);
  }

  /** A token that no request had before; after the last one, the one that was used longest ago. */
  newToken(): string {
    const { tokens } = this.fleet;
    const token = this.bearer(this.nextToken);
    this.nextToken = this.nextToken + 1 < tokens.length ? this.nextToken + 1 : KNOWN_TOKENS;
    return token;
  }

  /** A position that was not requested before. */
  newPosition(): PositionQuery {
    return this.positions.next().value;
  }

  /** Remembers positions that the second pod was asked for. */
  loadedBySecondPod(positions: readonly PositionQuery[]): void {
    this.inRedis.push(...positions);
  }

  /** @throws when the second pod has loaded too few */
  positionInRedis(): PositionQuery {
    const position = this.inRedis.shift();
    if (position === undefined) throw new Error('The second pod has loaded too few positions.');
    return position;
  }

  private bearer(index: number): WatchRequest['authorization'] {
    return `Bearer ${this.fleet.tokens[index] ?? ''}`;
  }
}
