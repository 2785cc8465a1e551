import { DATASETS } from '../../src/weather/datasets/registry.js';
import { HOUR_MS, MINUTE_MS } from '../../src/weather/durations.js';
import { box, picture, text, type Tone } from './svg.js';

const WIDTH = 1040;
const HEIGHT = 470;
const LEFT = 150;
const AXIS = 118;

interface State {
  readonly name: string;
  readonly tone: Tone;
  readonly width: number;
  readonly until: string;
  readonly watch: readonly string[];
  readonly provider: readonly string[];
  readonly failing: readonly string[];
}

/** The life of a record of current conditions: widths are drawn, not to scale. */
export function drawReadThrough(): string {
  const states = statesOf();
  return picture(
    {
      title: 'The life of a record',
      description: states
        .map(({ name, until, watch }) => `${name} until ${until}: ${watch.join(' ')}.`)
        .join(' '),
      width: WIDTH,
      height: HEIGHT,
    },
    [
      text(28, 40, 'The life of a record', 'title'),
      text(
        28,
        62,
        'Current conditions of a place; other datasets live longer. All times ± 10 %, one factor per record.',
        'grey-ink',
      ),
      ...[
        'time since the load',
        'the record is',
        'a watch gets',
        'the provider',
        'if that fails',
      ].map((label, row) =>
        text(
          28,
          rowY(row) + (row === 0 ? 0 : 5),
          label,
          row === 0 ? 'small grey-ink' : 'heading grey-ink',
        ),
      ),
      ...states.map((state, index) => column(state, LEFT + sum(states.slice(0, index)))),
      renewal(states),
    ],
  );
}

/** Ends of the windows, from the freshness rule of the product. */
function statesOf(): readonly State[] {
  const { freshAtLeastMs, revalidateForMs, errorForMs } = DATASETS.conditions.freshness;
  const staleUntil = freshAtLeastMs + revalidateForMs;
  return [
    {
      name: 'fresh',
      tone: 'green',
      width: 210,
      until: minutes(freshAtLeastMs),
      watch: ['it, from memory:', 'no Redis, no provider'],
      provider: ['is not called'],
      failing: ['no watch notices'],
    },
    {
      name: 'stale',
      tone: 'yellow',
      width: 200,
      until: minutes(staleUntil),
      watch: ['it, at once,', 'marked stale'],
      provider: ['is called by one pod,', 'in the background'],
      failing: ['tried again later;', 'no watch waits'],
    },
    {
      name: 'expired',
      tone: 'orange',
      width: 270,
      until: `${Math.floor((staleUntil + errorForMs) / HOUR_MS)} h ${minutes((staleUntil + errorForMs) % HOUR_MS)}`,
      watch: ['a new record: it waits', 'for one call, 3 s at most'],
      provider: ['is called by one pod;', 'the others wait for its record'],
      failing: ['the old copy is served,', 'marked stale'],
    },
    {
      name: 'dead',
      tone: 'grey',
      width: 160,
      until: '',
      watch: ['a new record'],
      provider: ['is called by one pod'],
      failing: ['the fallback provider,', 'or 503 with Retry-After'],
    },
  ];
}

const minutes = (ms: number): string => `${ms / MINUTE_MS} min`;
const sum = (states: readonly State[]): number =>
  states.reduce((total, { width }) => total + width, 0);
const rowY = (row: number): number => AXIS + [0, 44, 112, 190, 268][row]!;

function column(state: State, x: number): string {
  const { name, tone, width, until } = state;
  const middle = x + width / 2;
  const rows = [state.watch, state.provider, state.failing];
  return [
    box({ x: x + 2, y: rowY(1) - 20, width: width - 4, height: 40 }, tone),
    text(middle, rowY(1) + 5, name, `heading ${tone === 'grey' ? 'grey' : tone}-ink`, 'middle'),
    until === '' ? '' : text(x + width, AXIS, until, 'small heading', 'middle'),
    until === '' ? '' : `<path class="line" d="M${x + width} ${AXIS + 8} V${rowY(4) + 34}"/>`,
    ...rows.flatMap((lines, row) =>
      lines.map((line, index) =>
        text(
          middle,
          rowY(row + 2) + 5 + (index - (lines.length - 1) / 2) * 17,
          line,
          'small',
          'middle',
        ),
      ),
    ),
  ].join('\n');
}

/** A load that succeeds makes the record fresh again. */
function renewal(states: readonly State[]): string {
  const bottom = rowY(4) + 56;
  const end = LEFT + sum(states) - 80;
  const start = LEFT + 105;
  return [
    `<path class="arrow" d="M${end} ${rowY(4) + 34} V${bottom} H${start} V${rowY(4) + 36}"/>`,
    text(
      (start + end) / 2,
      bottom + 20,
      'A load that succeeds, in whichever pod, makes the record fresh again in all of them: one call per place and window.',
      'small',
      'middle',
    ),
  ].join('\n');
}
