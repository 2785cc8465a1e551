import type { Series, TimeRange } from '../../../apps/board/prometheus/prometheus-client.js';
import type { Chapter } from '../incident.js';
import { drawBarChart } from './bar-chart.js';
import { text, WIDTH, type Frame } from './svg.js';
import { TimeChartDrawing, type Line, type TimeChart } from './time-chart.js';

export interface NightSeen {
  readonly chapters: readonly Chapter[];
  readonly range: TimeRange;
  /** What the panels showed, by row and title. */
  readonly seen: ReadonlyMap<string, readonly Series[]>;
}

const MARGIN = 24;
const GAP = 32;
const HEAD = 64;
const CHART = { width: (WIDTH - 2 * MARGIN - GAP) / 2, height: 224 };

type Wanted = Omit<TimeChart, 'lines'> & {
  readonly panel: string;
  /** The label that tells its lines apart. */
  readonly by?: string;
};

const CHARTS: readonly Wanted[] = [
  {
    panel: 'Status codes › Success share (no-go under 80 %)',
    title: 'Success share: 2XX and 304, of the last 5 minutes',
    unit: 'percentunit',
    max: 1,
    limit: { value: 0.8, name: 'no-go under 80 %', isLow: true },
  },
  {
    panel: 'Status codes › Answers by status',
    title: 'Answers by status',
    unit: 'reqps',
    by: 'status',
    stacked: true,
  },
  {
    panel: 'Response time per endpoint (objective: 200 ms) › p50 per endpoint',
    title: 'Response time per endpoint, p50',
    unit: 's',
    by: 'route',
    logarithmicFrom: 0.001,
    limit: { value: 0.2, name: 'objective: 200 ms' },
  },
  {
    panel: 'Response time per endpoint (objective: 200 ms) › p95 per endpoint',
    title: 'Response time per endpoint, p95',
    unit: 's',
    by: 'route',
    logarithmicFrom: 0.001,
    limit: { value: 0.2, name: 'objective: 200 ms' },
  },
  {
    panel: 'Cache › Served from where',
    title: 'Records served from where',
    unit: 'ops',
    by: 'result',
    stacked: true,
  },
  {
    panel: 'Upstream › Calls by outcome',
    title: 'Calls to the provider, by outcome',
    unit: 'ops',
    by: 'outcome',
    stacked: true,
  },
];

const BARS = [
  {
    panel: 'Requests per hour › Requests per hour, by endpoint',
    title: 'Requests per hour, by endpoint',
    by: 'route',
  },
  {
    panel: 'Requests by geography › Requests by country of the place',
    title: 'Requests by country of the place',
    by: 'country',
  },
] as const;

/** What the main panels of the board showed, as one SVG. */
export function drawNight({ chapters, range, seen }: NightSeen): string {
  const starts = chapters.map(({ startSeconds }) => startSeconds);
  const of = (panel: string): readonly Series[] => seen.get(panel) ?? [];
  const charts = CHARTS.map(({ panel, by, ...chart }, at) => {
    const lines = linesBy(by, of(panel));
    return String(new TimeChartDrawing({ ...chart, lines }, frameOf(at), range, starts));
  });
  const bars = BARS.map(({ panel, title, by }, at) => {
    const latest = linesBy(by, of(panel)).map(
      ({ name, points }) => [name, points.at(-1)?.[1] ?? 0] as const,
    );
    return drawBarChart({ title, bars: latest }, frameOf(CHARTS.length + at));
  });
  const height = HEAD + ((CHARTS.length + BARS.length) / 2) * (CHART.height + GAP);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">
<title>What the board showed in a bad night</title>
<style>text{fill:#24292f}.title{font-size:13px;font-weight:bold}.note{fill:#6e7781}.limit{fill:#c62828;stroke:none}path.limit{fill:none;stroke:#c62828;stroke-dasharray:6 4}.line{fill:none;stroke-width:1.5}.grid{stroke:#e6e8eb}path.chapter{stroke:#6e7781;stroke-dasharray:2 3}text.chapter{font-weight:bold}</style>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${story(chapters)}
${[...charts, ...bars].join('\n')}
</svg>
`;
}

function frameOf(at: number): Frame {
  const x = MARGIN + (at % 2) * (CHART.width + GAP);
  return { x, y: HEAD + Math.floor(at / 2) * (CHART.height + GAP), ...CHART };
}

/** Series that differ in other labels only are one line. */
function linesBy(label: string | undefined, series: readonly Series[]): Line[] {
  const lines = new Map<string, Map<number, number>>();
  for (const { metric, values } of series) {
    const name = label ? (metric[label] ?? '') : 'all';
    const sums = lines.get(name) ?? new Map<number, number>();
    for (const [at, value] of values) sums.set(at, (sums.get(at) ?? 0) + value);
    lines.set(name, sums);
  }
  return [...lines].map(([name, sums]) => ({
    name,
    // A series that began later came first, perhaps.
    points: [...sums].toSorted(([a], [b]) => a - b),
  }));
}

function story(chapters: readonly Chapter[]): string {
  const told = chapters.map(({ title }, index) => `${index + 1} ${title}`);
  return [
    text(MARGIN, 22, 'A bad night of two pods, 40 requests a second, as Prometheus saw it', {
      kind: 'title',
    }),
    text(MARGIN, 42, told.join(' · '), { kind: 'note' }),
  ].join('\n');
}
