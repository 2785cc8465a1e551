import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const STEPS = 2 ** 32;
const WARM_UP = 8;
const { imul } = Math;

/** Reproducible random numbers: the same seed and names give the same stream, on every machine and thread. */
export class Random {
  private readonly generator: RandomGenerator;

  /** @param names of the stream: streams of different names are independent */
  constructor(seed: number, ...names: readonly number[]) {
    this.generator = xoroshiro128plus(names.reduce(mixed, mixed(seed, STEPS - 1)));
    // The first outputs of neighbouring seeds resemble each other.
    for (let index = 0; index < WARM_UP; index += 1) this.generator.next();
  }

  /** A whole number in [0, 2³²). */
  bits(): number {
    return this.generator.next() >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.bits() / STEPS;
  }

  /** Uniform in [-half, half). */
  around(half: number): number {
    return (2 * this.unit() - 1) * half;
  }
}

/** The finalizer of MurmurHash3. */
function mixed(hash: number, name: number): number {
  let next = imul(hash ^ name, 0x9e3779b1);
  next = imul(next ^ (next >>> 16), 0x85ebca6b);
  next = imul(next ^ (next >>> 13), 0xc2b2ae35);
  return (next ^ (next >>> 16)) >>> 0;
}
