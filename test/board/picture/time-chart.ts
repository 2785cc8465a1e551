import type { TimeRange } from '../../../apps/board/prometheus/prometheus-client.js';
import { axisFor, format } from './scale.js';
import { COLOURS, fixed, text, type Frame } from './svg.js';

type Points = readonly (readonly [atSeconds: number, value: number])[];

/** A series of a chart, whatever labels it was made of. */
export interface Line {
  readonly name: string;
  readonly points: Points;
}

export interface TimeChart {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** Whether lines add up. */
  readonly stacked?: boolean;
  readonly limit?: { readonly value: number; readonly name: string };
}

const LEFT = 50;
const TOP = 24;
const BOTTOM = 48;
const LETTER = 6;

/** @param starts of the chapters, in seconds */
export function drawTimeChart(
  { title, unit, lines, stacked = false, limit }: TimeChart,
  frame: Frame,
  range: TimeRange,
  starts: readonly number[],
): string {
  const drawn = stacked ? pile(lines) : lines;
  const all = drawn.flatMap(({ points }) => points.map(([, value]) => value));
  const axis = axisFor(Math.max(...all.filter(Number.isFinite), limit?.value ?? 0));
  const plot = { width: frame.width - LEFT, height: frame.height - TOP - BOTTOM };
  const seconds = range.endSeconds - range.startSeconds;
  const xOf = (at: number): number =>
    frame.x + LEFT + ((at - range.startSeconds) / seconds) * plot.width;
  const yOf = (value: number): number =>
    frame.y + TOP + plot.height * (1 - Math.min(value, axis.max) / axis.max);
  const right = frame.x + frame.width;
  const base = yOf(0);
  const path = (points: Points): string =>
    points
      .filter(([, value]) => Number.isFinite(value))
      .map(([at, value], index) => `${index ? 'L' : 'M'}${fixed(xOf(at))} ${fixed(yOf(value))}`)
      .join('');
  const area = ({ points }: Line): string =>
    `${path(points)}L${fixed(xOf(points.at(-1)?.[0] ?? 0))} ${fixed(base)}L${fixed(xOf(points[0]?.[0] ?? 0))} ${fixed(base)}Z`;

  return [
    text(frame.x, frame.y + 12, title, { kind: 'title' }),
    ...starts
      .slice(1)
      .map(
        (at) => `<path class="chapter" d="M${fixed(xOf(at))} ${fixed(frame.y + TOP)}V${base}"/>`,
      ),
    ...axis.ticks.map(
      (tick) =>
        `<path class="grid" d="M${frame.x + LEFT} ${fixed(yOf(tick))}H${right}"/>` +
        text(frame.x + LEFT - 6, yOf(tick) + 4, format(tick, unit), {
          anchor: 'end',
          kind: 'note',
        }),
    ),
    ...drawn.map((line, at) =>
      stacked
        ? `<path d="${area(line)}" fill="${COLOURS[at % COLOURS.length]}"/>`
        : `<path class="line" d="${path(line.points)}" stroke="${COLOURS[at % COLOURS.length]}"/>`,
    ),
    limit
      ? `<path class="limit" d="M${frame.x + LEFT} ${fixed(yOf(limit.value))}H${right}"/>` +
        text(right, yOf(limit.value) - 4, limit.name, { anchor: 'end', kind: 'limit' })
      : '',
    ...minutes(seconds).map((at) =>
      text(xOf(range.startSeconds + at), base + 14, `${at} s`, { anchor: 'middle', kind: 'note' }),
    ),
    legend(stacked ? drawn.toReversed() : drawn, frame, base + 32, stacked),
  ].join('\n');
}

/** The last is drawn last, in front: so each is on those before it, and the topmost comes first. */
function pile(lines: readonly Line[]): readonly Line[] {
  const sums = new Map<number, number>();
  const piled = lines.map(({ name, points }) => ({
    name,
    points: points.map(([at, value]) => {
      const sum = (sums.get(at) ?? 0) + (Number.isFinite(value) ? value : 0);
      sums.set(at, sum);
      return [at, sum] as const;
    }),
  }));
  return piled.toReversed();
}

function minutes(seconds: number): number[] {
  const every = axisFor(seconds).ticks[1] ?? seconds;
  return Array.from({ length: Math.floor(seconds / every) + 1 }, (_, at) => at * every);
}

function legend(lines: readonly Line[], frame: Frame, y: number, reversed: boolean): string {
  let x = frame.x + LEFT;
  return lines
    .map(({ name }, index) => {
      const at = reversed ? lines.length - 1 - index : index;
      const here = x;
      x += name.length * LETTER + 24;
      return `<rect x="${here}" y="${fixed(y - 9)}" width="10" height="10" rx="2" fill="${COLOURS[at % COLOURS.length]}"/>${text(here + 14, y, name)}`;
    })
    .join('\n');
}
