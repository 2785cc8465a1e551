interface GlanceVector {
  readonly name: string;
  readonly json: string;
  /** Hexadecimal digits. */
  readonly cbor: string;
}

/** A glance with rain soon. */
const SHOWN_VECTOR = 'rain in 12 minutes';

/** The texts of the files that have the figures. */
export interface FigureSources {
  /** test/golden/scenarios.ts */
  readonly golden: string;
  /** docs/fleet.md */
  readonly fleet: string;
  /** docs/chaos.md */
  readonly chaos: string;
}

/**
 * A real glance, as a block of code with its size.
 * @param vectors docs/contract/glance-vectors.json
 * @throws when there is no such vector
 */
export function glanceExample(vectors: string): string {
  const found = (JSON.parse(vectors) as GlanceVector[]).find(({ name }) => name === SHOWN_VECTOR);
  if (!found) throw new Error(`there is no glance for ${SHOWN_VECTOR}`);
  const { json, cbor } = found;
  return [
    '```json',
    json,
    '```',
    '',
    `That is ${Buffer.byteLength(json)} bytes of JSON, or ${cbor.length / 2} of CBOR.`,
    '',
  ].join('\n');
}

/** The table of promises, each with its measured figure. @throws when a source lacks it */
export function promiseTable({ golden, fleet, chaos }: FigureSources): string {
  const scenarios = [...golden.matchAll(/^ {4}name: '/gm)].length;
  if (scenarios === 0) throw new Error('there are no golden scenarios');
  const [, timesFewer = ''] = found(fleet, /^\| this service .*\| +([\d.]+) \|$/m, 'docs/fleet.md');
  const { faults, correct, answers } = warmAnswers(chaos);
  return [
    '| promise | measured | by |',
    '|---|---|---|',
    `| **right** | in ${scenarios} scenarios, from polar day to unknown units, every field is what the provider says, in both unit systems | \`npm test -- golden\` |`,
    `| **never asked twice** | 5 million watches cause ${timesFewer} times fewer searches and calls for conditions than without a cache | \`npm run fleet -- plan --watches 5000000\` (5 minutes) |`,
    `| **always answered** | while the provider fails in ${faults} ways, ${grouped(correct)} of ${grouped(answers)} answers to warm watches are correct | \`npm run chaos\` (20 minutes) |`,
    '',
  ].join('\n');
}

/** Of all rows of the table of faults. */
function warmAnswers(chaos: string): { faults: number; correct: number; answers: number } {
  const rows = [...chaos.matchAll(/\| (\d+) of (\d+) correct/g)];
  if (rows.length === 0) throw new Error('docs/chaos.md has no answers of warm watches');
  const sum = (column: number): number =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  return { faults: rows.length, correct: sum(1), answers: sum(2) };
}

function found(text: string, pattern: RegExp, file: string): RegExpExecArray {
  const match = pattern.exec(text);
  if (!match) throw new Error(`${file} lacks the figure ${pattern.source}`);
  return match;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
