import { box, picture, text, type Tone } from '../svg.js';
import { drawPanel, frame, grouped, minuteX, timeAxis, type Panel } from './panel.js';
import type { HourFault, HourRecord, Minute } from './hour-record.js';

const SIZE = { width: 1040, height: 640 };
const REQUESTS: Panel = { top: 132, height: 150, most: 0, title: 'Requests a minute' };
const CALLS: Panel = {
  top: 350,
  height: 84,
  most: 0,
  title: 'Calls to the provider a minute (red: it fails)',
};
const BUDGET: Panel = { top: 474, height: 84, most: 0, title: 'Calls since the start' };
const HOURS_OF_DAY = 24;

type Layer = readonly [
  key: 'hits' | 'stale' | 'loaded' | 'refused' | 'failed',
  tone: Tone,
  label: string,
];
/** From the bottom to the top. */
const LAYERS: readonly Layer[] = [
  ['hits', 'green', 'fresh, from the cache'],
  ['stale', 'yellow', 'an older copy, marked stale'],
  ['loaded', 'blue', 'waited for the provider'],
  ['refused', 'red', '503 at a place without a copy'],
  ['failed', 'purple', 'anything else'],
];

/** An hour of requests, provider calls and budget, in which the provider fails twice. */
export function drawBadHour(hour: HourRecord): string {
  const { minutes, faults } = hour;
  const total = totalOf(minutes);
  return picture({ title: 'A bad hour', description: describe(hour, total), ...SIZE }, [
    text(28, 40, 'A bad hour', 'title'),
    text(28, 62, subtitle(hour), 'grey-ink'),
    ...faults.map((fault) => faultBand(fault, minutes.length)),
    requests(minutes),
    legend(),
    calls(hour),
    budget(hour),
    timeAxis(BUDGET, minutes.length),
    text(28, SIZE.height - 26, summary(total), 'heading'),
  ]);
}

type Total = Record<Layer[0] | 'calls', number>;

function totalOf(minutes: readonly Minute[]): Total {
  const sum = (key: keyof Total): number =>
    minutes.reduce((total, minute) => total + minute[key], 0);
  return {
    hits: sum('hits'),
    stale: sum('stale'),
    loaded: sum('loaded'),
    refused: sum('refused'),
    failed: sum('failed'),
    calls: sum('calls'),
  };
}

const requestsOf = ({ hits, stale, loaded, refused, failed }: Omit<Total, 'calls'>): number =>
  hits + stale + loaded + refused + failed;

function subtitle({ date, pods, requestsPerSecond, warmPlaces }: HourRecord): string {
  return `Measured on ${date}: ${requestsPerSecond} requests a second to ${pods} pods, from ${warmPlaces} cities and, one in 200, from a place that is new.`;
}

function summary(total: Total): string {
  const all = requestsOf(total);
  const cached = (((total.hits + total.stale) / all) * 100).toFixed(1);
  return `${grouped(all)} requests, ${cached} % from the cache, ${grouped(total.calls)} calls. Without weather: ${grouped(total.refused)} at new places, ${grouped(total.failed)} at known ones.`;
}

function describe(hour: HourRecord, total: Total): string {
  const faults = hour.faults.map(
    ({ title, fromMinute, toMinute }) => `${title} from minute ${fromMinute} to ${toMinute}.`,
  );
  return [...faults, summary(total)].join(' ');
}

function faultBand({ fromMinute, toMinute, title }: HourFault, minutes: number): string {
  const x = minuteX(fromMinute, minutes);
  const end = minuteX(Math.min(toMinute, minutes), minutes);
  const y = REQUESTS.top - 34;
  return [
    box({ x, y, width: end - x, height: BUDGET.top + BUDGET.height - y }, 'grey', 4),
    text((x + end) / 2, y + 16, title, 'small heading red-ink', 'middle'),
  ].join('\n');
}

function requests(minutes: readonly Minute[]): string {
  const panel = { ...REQUESTS, most: Math.max(...minutes.map(requestsOf)) };
  const bars = LAYERS.map(([key, tone], layer) =>
    drawPanel(panel, minutes, tone, (minute) => {
      const below = LAYERS.slice(0, layer).reduce((sum, [lower]) => sum + minute[lower], 0);
      return [below, below + minute[key]];
    }),
  );
  return [...bars, frame(panel)].join('\n');
}

function legend(): string {
  const shown = LAYERS.slice(0, 4);
  return shown
    .map(([, tone, label], index) => {
      const x = 108 + index * 222;
      const y = REQUESTS.top + REQUESTS.height + 14;
      return `<rect fill="var(--${tone}-line)" x="${x}" y="${y}" width="12" height="12" rx="3"/>\n${text(x + 19, y + 10.5, label, 'small')}`;
    })
    .join('\n');
}

function calls({ minutes, faults }: HourRecord): string {
  const panel = { ...CALLS, most: Math.max(...minutes.map((minute) => minute.calls)) };
  const isFailing = (at: number): boolean =>
    faults.some(({ fromMinute, toMinute }) => at >= fromMinute && at < toMinute);
  const bars = (tone: Tone, failing: boolean): string =>
    drawPanel(panel, minutes, tone, (minute, at) => [
      0,
      isFailing(at) === failing ? minute.calls : 0,
    ]);
  return [bars('orange', false), bars('red', true), frame(panel)].join('\n');
}

function budget({ minutes, dailyBudget }: HourRecord): string {
  const even = (dailyBudget / HOURS_OF_DAY / 60) * minutes.length;
  const most = Math.max(even, ...minutes.map(({ budgetUsed }) => budgetUsed));
  const panel = { ...BUDGET, most };
  const height = (value: number): number => panel.top + panel.height * (1 - value / most);
  const points = minutes.map(
    ({ budgetUsed }, at) =>
      `${minuteX(at + 1, minutes.length).toFixed(1)} ${height(budgetUsed).toFixed(1)}`,
  );
  const [left, right] = [minuteX(0, minutes.length), minuteX(minutes.length, minutes.length)];
  return [
    frame(panel),
    `<path class="line dashed" stroke-width="1.5" d="M${left} ${height(0)} L${right} ${height(even)}"/>`,
    `<path class="orange-stroke" stroke-width="2.5" d="M${left} ${height(0)} L${points.join(' L')}"/>`,
    text(
      left + 12,
      panel.top + 16,
      `dashed: an even share of the budget of ${grouped(dailyBudget)} calls a day`,
      'small grey-ink',
    ),
  ].join('\n');
}
