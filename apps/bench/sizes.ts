/** How many requests a run sends. All are multiples of the 16 connections. */
export interface Sizes {
  /** Whether the product is profiled after the rounds. */
  readonly profiles: boolean;
  readonly rounds: number;
  readonly tokens: number;
  /** Positions that are in memory. */
  readonly warmPositions: number;
  /** Requests per round and, before the rounds, to warm up. */
  readonly requests: Readonly<
    Record<SizeName, { readonly round: number; readonly warmUp: number }>
  >;
}

/**
 * Kinds of rows that need the same number of requests. A cold round must load at least as many records as the
 * `redis` round and a tenth of the `mix` round read afterwards.
 */
export type SizeName = 'hit' | 'unknown' | 'cold' | 'redis' | 'mix';

export const FULL: Sizes = {
  profiles: true,
  rounds: 5,
  tokens: 20_000,
  warmPositions: 500,
  requests: {
    hit: { round: 6_400, warmUp: 3_200 },
    unknown: { round: 3_200, warmUp: 480 },
    cold: { round: 640, warmUp: 960 },
    redis: { round: 480, warmUp: 800 },
    mix: { round: 1_440, warmUp: 1_280 },
  },
};

/** For a look; its figures vary more. */
export const QUICK: Sizes = {
  profiles: false,
  rounds: 3,
  tokens: 3_200,
  warmPositions: 160,
  requests: {
    hit: { round: 3_200, warmUp: 3_200 },
    unknown: { round: 480, warmUp: 240 },
    cold: { round: 160, warmUp: 320 },
    redis: { round: 112, warmUp: 240 },
    mix: { round: 320, warmUp: 480 },
  },
};
