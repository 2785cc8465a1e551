/** Ratios of server CPU per request. */
export interface Ratios {
  /** The product to bare Fastify. */
  readonly oursToBare: number;
  /** The textbook server to the product. */
  readonly textbookToOurs: number;
  /** The product to itself without log and metrics. */
  readonly oursToUninstrumented: number;
}

const MAX_TO_BARE = 3;
const AIM_TO_BARE = 2;
const MIN_TEXTBOOK_TO_OURS = 10;
const MAX_INSTRUMENTATION_SHARE = 0.25;

/** Compares the product with the limits and aims of the project, one line each. */
export function verdict({ oursToBare, textbookToOurs, oursToUninstrumented }: Ratios): string[] {
  const limit = oursToBare <= MAX_TO_BARE ? 'kept' : 'MISSED';
  const aim = oursToBare <= AIM_TO_BARE ? 'reached' : 'not reached';
  const cheaper = textbookToOurs >= MIN_TEXTBOOK_TO_OURS ? 'kept' : 'MISSED';
  const instrumentation = 1 - 1 / oursToUninstrumented;
  const share = instrumentation <= MAX_INSTRUMENTATION_SHARE ? 'reached' : 'not reached';
  return [
    `(d) costs ${oursToBare.toFixed(2)} × (a): the limit of ${MAX_TO_BARE.toFixed(1)} is ${limit}, the aim of ${AIM_TO_BARE.toFixed(1)} is ${aim}.`,
    `(c) costs ${textbookToOurs.toFixed(1)} × (d): the limit of at least ${MIN_TEXTBOOK_TO_OURS} is ${cheaper}.`,
    `Log and metrics are ${(100 * instrumentation).toFixed(0)} % of (d), by (e): the aim of at most ${100 * MAX_INSTRUMENTATION_SHARE} % is ${share}.`,
  ];
}
