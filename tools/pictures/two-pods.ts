import { arrow, box, card, picture, text, type Anchor, type Tone } from './svg.js';

const WIDTH = 1040;
const HEIGHT = 640;
const TOP = 92;
const FIRST_ROW = 176;
const ROW = 44;

const LANES = {
  'watch A': { x: 90, tone: 'plain', below: 'in Paris' },
  'pod 1': { x: 300, tone: 'blue', below: 'becomes leader' },
  Redis: { x: 520, tone: 'red', below: 'of the region' },
  'pod 2': { x: 740, tone: 'blue', below: 'becomes follower' },
  'watch B': { x: 950, tone: 'plain', below: '2 km away' },
} as const satisfies Record<string, { x: number; tone: Tone; below: string }>;
type Lane = keyof typeof LANES;

interface Message {
  readonly row: number;
  readonly from: Lane;
  readonly to: Lane;
  readonly text: string;
  readonly note?: string;
  readonly isAnswer?: boolean;
}

const MESSAGES: readonly Message[] = [
  { row: 0, from: 'watch A', to: 'pod 1', text: 'GET /v1/conditions' },
  { row: 1, from: 'pod 1', to: 'Redis', text: 'claim conditions:623', note: 'one script' },
  { row: 2, from: 'Redis', to: 'pod 1', text: 'the lease: 1 s, renewed', isAnswer: true },
  { row: 2.35, from: 'watch B', to: 'pod 2', text: 'GET /v1/conditions' },
  { row: 3.35, from: 'pod 2', to: 'Redis', text: 'claim conditions:623' },
  { row: 4.35, from: 'Redis', to: 'pod 2', text: 'wait: another pod loads it', isAnswer: true },
  { row: 5.6, from: 'pod 2', to: 'Redis', text: 'there? every 25 ms' },
  { row: 6.6, from: 'pod 1', to: 'Redis', text: 'settle: record in, lease gone' },
  { row: 7.2, from: 'Redis', to: 'pod 2', text: 'the record', isAnswer: true },
  { row: 8.2, from: 'pod 1', to: 'watch A', text: '200', note: 'fwd=miss; stored', isAnswer: true },
  {
    row: 8.2,
    from: 'pod 2',
    to: 'watch B',
    text: '200',
    note: 'fwd=miss; collapsed',
    isAnswer: true,
  },
];

/** Two watches, two pods, one call to the provider. */
export function drawTwoPods(): string {
  const bottom = FIRST_ROW + 9 * ROW;
  return picture(
    {
      title: 'A request through two pods',
      description:
        'Two watches near each other ask two pods for the same weather at the same time. The first pod gets the lease of the record in Redis ' +
        'and calls the provider; the second one looks every 25 milliseconds until the record is there. Both answer 200; the provider was called once.',
      width: WIDTH,
      height: HEIGHT,
    },
    [
      text(28, 40, 'Two watches, two pods, one call', 'title'),
      text(
        28,
        62,
        'No watch has asked about this place for a while: no record is left.',
        'grey-ink',
      ),
      ...Object.values(LANES).map(
        ({ x }) => `<path class="line dashed" d="M${x} ${TOP + 56} V${bottom}"/>`,
      ),
      activity('pod 1', 0, 8.2),
      activity('pod 2', 2.35, 8.2),
      lease(),
      ...Object.entries(LANES).map(([name, { x, tone, below }]) =>
        card({ x: x - 72, y: TOP, width: 144, height: 56 }, tone, name, [below]),
      ),
      provider(),
      ...MESSAGES.map(message),
      text(28, HEIGHT - 46, 'The second watch waited and paid nothing.', 'heading'),
      text(
        28,
        HEIGHT - 24,
        'If pod 1 is killed during the call, its lease ends within a second, and pod 2 loads. If the call fails, both learn it at once. Without Redis each pod calls for itself.',
        'small grey-ink',
      ),
    ],
  );
}

const y = (row: number): number => FIRST_ROW + row * ROW;

function activity(lane: Lane, from: number, to: number): string {
  return box(
    { x: LANES[lane].x - 5, y: y(from), width: 10, height: (to - from) * ROW },
    LANES[lane].tone,
    3,
  );
}

function lease(): string {
  const { x } = LANES.Redis;
  return box({ x: x - 5, y: y(1), width: 10, height: 5.6 * ROW }, 'orange', 3);
}

function provider(): string {
  const area = { x: 110, y: y(3.2), width: 142, height: 84 };
  const edge = LANES['pod 1'].x - 7;
  return [
    card(area, 'orange', 'AccuWeather', ['called once;', 'counted in the budget']),
    arrow(`M${edge} ${y(3.2) + 16} H${area.x + area.width + 2}`),
    arrow(`M${area.x + area.width} ${y(3.2) + 66} H${edge - 2}`, 'dashed'),
  ].join('\n');
}

function message({ row, from, to, text: content, note, isAnswer = false }: Message): string {
  const rightward = LANES[to].x > LANES[from].x;
  const gap = rightward ? 7 : -7;
  const [start, end] = [LANES[from].x + gap, LANES[to].x - gap];
  const middle = (start + end) / 2;
  const anchor: Anchor = 'middle';
  return [
    arrow(`M${start} ${y(row)} H${end}`, isAnswer ? 'dashed' : ''),
    text(middle, y(row) - 7, content, 'small', anchor),
    note === undefined ? '' : text(middle, y(row) + 16, note, 'code grey-ink', anchor),
  ].join('\n');
}
