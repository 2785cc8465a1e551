import { formatValue } from '../../../apps/board/format-value.js';
import type { TimeRange } from '../../../apps/board/prometheus/prometheus-client.js';
import { linearAxis, logarithmicAxis, type Axis } from './scale.js';
import { colourOf, fixed, text, type Frame } from './svg.js';

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
  /** Where a logarithmic axis begins; the axis is linear without. */
  readonly logarithmicFrom?: number;
  /** Where the axis ends, if it is not to be the highest value. */
  readonly max?: number;
  /** `isLow`: what is good lies above it, so its name stands below. */
  readonly limit?: { readonly value: number; readonly name: string; readonly isLow?: boolean };
}

const LEFT = 50;
const TOP = 30;
const BOTTOM = 52;
const LETTER = 5.6;
const LEGEND_LINE = 16;

/** Lines or areas over time, above a legend. */
export class TimeChartDrawing {
  private readonly base: number;
  private readonly right: number;
  private readonly axis: Axis;
  private readonly lines: readonly Line[];

  /** @param starts of the chapters, in seconds */
  constructor(
    private readonly chart: TimeChart,
    private readonly frame: Frame,
    private readonly range: TimeRange,
    private readonly starts: readonly number[],
  ) {
    this.base = frame.y + frame.height - BOTTOM;
    this.right = frame.x + frame.width;
    this.lines = chart.stacked ? pile(chart.lines) : chart.lines;
    const values = this.lines.flatMap(({ points }) => points.map(([, value]) => value));
    const highest =
      chart.max ?? Math.max(...values.filter(Number.isFinite), chart.limit?.value ?? 0);
    this.axis = chart.logarithmicFrom
      ? logarithmicAxis(chart.logarithmicFrom, highest)
      : linearAxis(highest);
  }

  toString(): string {
    const title = text(this.frame.x, this.frame.y + 12, this.chart.title, { kind: 'title' });
    return [
      title,
      ...this.grid(),
      ...this.lines.map((line, at) => this.drawn(line, at)),
      ...this.chapters(),
      ...this.limit(),
      ...this.legend(),
    ].join('\n');
  }

  private grid(): string[] {
    return this.axis.ticks.map((tick) => {
      const y = this.yOf(tick);
      const label = formatValue(tick, this.chart.unit);
      return (
        `<path class="grid" d="M${this.frame.x + LEFT} ${fixed(y)}H${this.right}"/>` +
        text(this.frame.x + LEFT - 6, y + 4, label, { anchor: 'end', kind: 'note' })
      );
    });
  }

  private drawn({ name, points }: Line, at: number): string {
    const known = points.filter(([, value]) => Number.isFinite(value));
    const path = known
      .map(([x, y], index) => `${index ? 'L' : 'M'}${fixed(this.xOf(x))} ${fixed(this.yOf(y))}`)
      .join('');
    const colour = colourOf(name, at);
    if (!this.chart.stacked) return `<path class="line" d="${path}" stroke="${colour}"/>`;
    const [first, last] = [known[0], known.at(-1)].map((point) => fixed(this.xOf(point?.[0] ?? 0)));
    const down = `L${last} ${fixed(this.base)}L${first} ${fixed(this.base)}Z`;
    return `<path d="${path}${down}" fill="${colour}"/>`;
  }

  private chapters(): string[] {
    return this.starts.map((at, index) => {
      const x = this.xOf(at);
      const seconds = Math.round(at - this.range.startSeconds);
      return (
        `<path class="chapter" d="M${fixed(x)} ${fixed(this.frame.y + TOP - 8)}V${fixed(this.base)}"/>` +
        text(x + 4, this.frame.y + TOP - 1, String(index + 1), { kind: 'chapter' }) +
        text(x, this.base + 14, `${seconds} s`, { anchor: 'middle', kind: 'note' })
      );
    });
  }

  private limit(): string[] {
    const { limit } = this.chart;
    if (!limit) return [];
    const y = this.yOf(limit.value);
    return [
      `<path class="limit" d="M${this.frame.x + LEFT} ${fixed(y)}H${this.right}"/>`,
      text(this.right, limit.isLow ? y + 13 : y - 4, limit.name, { anchor: 'end', kind: 'limit' }),
    ];
  }

  private legend(): string[] {
    if (this.lines.length < 2) return [];
    let [x, y] = [this.frame.x + LEFT, this.base + 32];
    return this.lines.map(({ name }, at) => {
      const width = name.length * LETTER + 26;
      if (x + width > this.right + 20) [x, y] = [this.frame.x + LEFT, y + LEGEND_LINE];
      const mark = `<rect x="${fixed(x)}" y="${fixed(y - 9)}" width="10" height="10" rx="2" fill="${colourOf(name, at)}"/>`;
      const entry = mark + text(x + 14, y, name);
      x += width;
      return entry;
    });
  }

  private xOf(seconds: number): number {
    const { startSeconds, endSeconds } = this.range;
    const share = (seconds - startSeconds) / (endSeconds - startSeconds);
    return this.frame.x + LEFT + share * (this.frame.width - LEFT);
  }

  private yOf(value: number): number {
    const height = this.frame.height - TOP - BOTTOM;
    return this.base - height * Math.min(1, this.axis.shareOf(value));
  }
}

/** Each on those before it; the topmost comes first, to be drawn behind the others. */
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
