import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { placeAt } from '../../../packages/simulated-weather/world/atlas.js';
import { table } from '../../../packages/text-table/table.js';
import { OptionError } from '../plan/option.error.js';
import { readOptions } from '../plan/read-options.js';
import { wholeNumber } from '../plan/parse-options.js';
import { homePositions } from '../trace/home-positions.js';
import { loadWorld } from '../world/load-world.js';
import type { World } from '../world/world.js';
import { coldFigures, type ColdFigures, type Times } from './cold-figures.js';
import { flood, type ColdWatch } from './cold-flood.js';

const HELP = `A cold region: Redis and the memory of a pod are empty, and all watches of the other region arrive.
In virtual time, with the cache and the call guard of the product.

Usage: npm run fleet -- cold-region [options]

  --rates=N,…   requests per second and pod; a column each (300,600)
  --cycle=S     seconds in which each watch asks once: there are rate × S of them (30)
  --seconds=S   from the first arrival (120)
  --latency=MS  of each answer of the provider (200)
  --seed=N      another seed gives other places (1)`;

const WRONG_USE = 2;
const MOST = 1_000_000;

/** `fleet cold-region`: prints a table. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const options = optionsOf(args);
    if (options.help) print(HELP);
    else await measure(options);
    return 0;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    process.stderr.write(`fleet cold-region: ${error.message}\n`);
    return WRONG_USE;
  }
}

async function measure({ rates, cycle, ...options }: ReturnType<typeof optionsOf>): Promise<void> {
  const world = loadWorld();
  const columns: (readonly [number, ColdFigures])[] = [];
  for (const perSecond of rates) {
    const watches = watchesOf(world, perSecond * cycle, options.seed);
    columns.push([perSecond, coldFigures(await flood({ ...options, watches, perSecond }))]);
  }
  const head = ['requests per second', ...columns.map(([rate]) => String(rate))];
  const rows = ROWS.map(([name, show]) => [name, ...columns.map(([, figures]) => show(figures))]);
  print(table(head, rows).join('\n'));
}

function watchesOf(world: World, count: number, seed: number): readonly ColdWatch[] {
  const grid = parseCellGrid('metres:1000');
  return homePositions(world, count, seed).map((home) => {
    const { id, centre } = grid.cellAt(home);
    return { cell: id, place: placeAt(centre)?.key ?? id };
  });
}

const ROWS: readonly (readonly [string, (figures: ColdFigures) => string])[] = [
  ['requests, repeated ones included', ({ requests }) => String(requests)],
  ['503', ({ refused }) => String(refused)],
  ['503, share', ({ refused, requests }) => `${((100 * refused) / requests).toFixed(1)} %`],
  [
    'seconds until 99 % are from the cache',
    (figures) => String(figures.secondsUntilCached ?? 'never'),
  ],
  ['upstream calls', ({ calls }) => String(calls)],
  ['upstream calls/s, busiest second', ({ peakCallsPerSecond }) => String(peakCallsPerSecond)],
  ['upstream calls at once, most', ({ mostRunning }) => String(mostRunning)],
  ['place of 5 watches or more served after, p50 / p99, s', ({ popular }) => times(popular)],
  ['other places served after, p50 / p99, s', ({ rare }) => times(rare)],
];

function times({ p50, p99 }: Times): string {
  return `${p50.toFixed(1)} / ${p99.toFixed(1)}`;
}

function optionsOf(args: readonly string[]) {
  const values = parsed(args);
  const number = (name: 'cycle' | 'seconds' | 'latency' | 'seed'): number =>
    wholeNumber(name, values[name], 0, MOST);
  return {
    rates: values.rates.split(',').map((rate) => wholeNumber('rates', rate, 1, MOST)),
    cycle: number('cycle'),
    seconds: number('seconds'),
    latencyMs: number('latency'),
    seed: number('seed'),
    help: values.help,
  };
}

function parsed(args: readonly string[]) {
  return readOptions(args, {
    options: {
      rates: { type: 'string', default: '300,600' },
      cycle: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '120' },
      latency: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
