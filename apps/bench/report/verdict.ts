/** Server CPU per request, as ratios. */
export interface Ratios {
  /** Ours as a multiple of bare Fastify. */
  readonly oursToBare: number;
  /** The textbook's as a multiple of ours. */
  readonly textbookToOurs: number;
  /** Ours as a multiple of ours without log and metrics. */
  readonly oursToBlind: number;
}

const MOST_TO_BARE = 3;
const AIM_TO_BARE = 2;
const LEAST_TEXTBOOK_TO_OURS = 10;
const MOST_SHARE_OF_SEEING = 0.25;

/** How ours stands against the aims of the project, a line each. */
export function verdict({ oursToBare, textbookToOurs, oursToBlind }: Ratios): string[] {
  const limit = oursToBare <= MOST_TO_BARE ? 'kept' : 'MISSED';
  const aim = oursToBare <= AIM_TO_BARE ? 'reached' : 'not reached';
  const cheaper = textbookToOurs >= LEAST_TEXTBOOK_TO_OURS ? 'kept' : 'MISSED';
  const seeing = 1 - 1 / oursToBlind;
  const seen = seeing <= MOST_SHARE_OF_SEEING ? 'reached' : 'not reached';
  return [
    `(d) costs ${oursToBare.toFixed(2)} × (a): the limit of ${MOST_TO_BARE.toFixed(1)} is ${limit}, the aim of ${AIM_TO_BARE.toFixed(1)} is ${aim}.`,
    `(c) costs ${textbookToOurs.toFixed(1)} × (d): the limit of at least ${LEAST_TEXTBOOK_TO_OURS} is ${cheaper}.`,
    `Log and metrics are ${(100 * seeing).toFixed(0)} % of (d), by (e): the aim of at most ${100 * MOST_SHARE_OF_SEEING} % is ${seen}.`,
  ];
}
