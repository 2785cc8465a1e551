/** Server CPU per request, as ratios. */
export interface Ratios {
  /** Ours as a multiple of bare Fastify. */
  readonly oursToBare: number;
  /** The textbook's as a multiple of ours. */
  readonly textbookToOurs: number;
}

const MOST_TO_BARE = 3;
const AIM_TO_BARE = 2;
const LEAST_TEXTBOOK_TO_OURS = 10;

/** How ours stands against the aims of the project, a line each. */
export function verdict({ oursToBare, textbookToOurs }: Ratios): string[] {
  const limit = oursToBare <= MOST_TO_BARE ? 'kept' : 'MISSED';
  const aim = oursToBare <= AIM_TO_BARE ? 'reached' : 'not reached';
  const cheaper = textbookToOurs >= LEAST_TEXTBOOK_TO_OURS ? 'kept' : 'MISSED';
  return [
    `(d) costs ${oursToBare.toFixed(2)} × (a): the limit of ${MOST_TO_BARE.toFixed(1)} is ${limit}, the aim of ${AIM_TO_BARE.toFixed(1)} is ${aim}.`,
    `(c) costs ${textbookToOurs.toFixed(1)} × (d): the limit of at least ${LEAST_TEXTBOOK_TO_OURS} is ${cheaper}.`,
  ];
}
