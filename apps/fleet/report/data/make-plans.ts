import { parsePlanOptions } from '../../plan/plan-options.js';
import { runPlan } from '../../plan/run-plan.js';
import { loadWorld } from '../../world/load-world.js';
import { planDocument, type PlanDocument } from '../plan-document.js';

/** Of the fleets beside the one that the report is about: one in so many places is enough to compare. */
const OTHER_FLEETS: readonly (readonly string[])[] = [
  ['--watches=10000'],
  ['--watches=100000'],
  ['--watches=1000000', '--rows-one-in=5'],
  ['--watches=5000000', '--one-in=10', '--rows-one-in=4'],
  ['--watches=20000000', '--one-in=40', '--rows-one-in=4'],
];
const POLLING_ONE_IN = 10;
const POLLINGS = ['64', 'client', 'quarter', 'hourly'];
const MOST_FOR_ALL_PLACES = 20_000;

/** Makes the plans that the report needs, one after the other. */
export async function makePlans(
  watches: number,
  say: (line: string) => void,
): Promise<readonly PlanDocument[]> {
  const world = loadWorld();
  const documents: PlanDocument[] = [];
  for (const args of argumentsFor(watches)) {
    say(`report: npm run fleet -- plan ${args.join(' ')}`);
    const options = parsePlanOptions(args);
    documents.push(planDocument(args, options, await runPlan(world, options, say)));
  }
  return documents;
}

/** The fleet itself is planned whole. */
function argumentsFor(watches: number): readonly (readonly string[])[] {
  const own = `--watches=${watches}`;
  const oneIn = watches > MOST_FOR_ALL_PLACES ? [`--one-in=${POLLING_ONE_IN}`] : [];
  return [
    ...OTHER_FLEETS.filter(([first]) => first !== own),
    [own],
    ...POLLINGS.map((polling) => [own, ...oneIn, '--sweep=none', `--polling=${polling}`]),
  ];
}
