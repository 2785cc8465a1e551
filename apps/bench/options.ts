/** What `npm run bench` was asked for. */
export interface Options {
  /** A minute instead of several; prints, and does not write `docs/bench.md`. */
  readonly quick: boolean;
  /** Five minutes of steady load instead of the comparison. */
  readonly soak: boolean;
  /** One, two and four pods behind one Redis instead of the comparison. */
  readonly scale: boolean;
  /** A missed limit sets exit code 1. */
  readonly check: boolean;
  /** Only downloads Node 24. */
  readonly fetch: boolean;
}

const NAMES = [
  'quick',
  'soak',
  'scale',
  'check',
  'fetch',
] as const satisfies readonly (keyof Options)[];

/** @throws when an argument is unknown */
export function parseOptions(args: readonly string[]): Options {
  const unknown = args.find((arg) => !NAMES.some((name) => arg === `--${name}`));
  if (unknown !== undefined) {
    const known = NAMES.map((name) => `--${name}`).join(', ');
    throw new Error(`unknown argument ${unknown}; known are ${known}`);
  }
  const given = (name: keyof Options): boolean => args.includes(`--${name}`);
  return {
    quick: given('quick'),
    soak: given('soak'),
    scale: given('scale'),
    check: given('check'),
    fetch: given('fetch'),
  };
}
