import type { Axis, Mark, Spec } from 'vega';
import { dodge } from './dodge.js';
import { CONFIG, DASHES, SERIES } from './theme.js';

const HEIGHT = 260;
const LABEL_GAP = 16;
const LABEL_WIDTH = 92;
const LEFT = 70;
const BOTTOM = 44;
const TOP = 8;

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

interface Scaling {
  readonly type: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly title: string;
  readonly ticks: readonly number[];
  /** A Vega expression of `datum.value`. */
  readonly label: string;
}

/** Lines that differ by colour and dashes, with their names at their ends instead of a legend. */
export function lineChart(series: readonly Series[], x: Scaling, y: Scaling, width: number): Spec {
  const plot = width - LEFT - LABEL_WIDTH;
  return {
    width: plot,
    height: HEIGHT,
    padding: { left: LEFT, right: LABEL_WIDTH, top: TOP, bottom: BOTTOM },
    autosize: 'none',
    config: CONFIG,
    scales: [
      { name: 'x', type: x.type, domain: [...x.domain], range: [0, plot] },
      { name: 'y', type: y.type, domain: [...y.domain], range: [HEIGHT, 0], zero: false },
    ],
    axes: [axis(x, 'bottom', false), axis(y, 'left', true)],
    marks: [...series.map(line), ...names(series, y, plot)],
  };
}

function axis({ ticks, title, label }: Scaling, orient: 'bottom' | 'left', grid: boolean): Axis {
  return {
    orient,
    scale: orient === 'bottom' ? 'x' : 'y',
    title,
    grid,
    values: [...ticks],
    encode: { labels: { update: { text: { signal: label } } } },
    titlePadding: 6,
    labelOverlap: true,
  };
}

function line({ points }: Series, index: number): Mark {
  const colour = SERIES[index % SERIES.length] ?? '';
  return {
    type: 'group',
    data: [{ name: 'points', values: points.map(([x, y]) => ({ x, y })) }],
    marks: [
      {
        type: 'line',
        from: { data: 'points' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'x' },
            y: { scale: 'y', field: 'y' },
            stroke: { value: colour },
            strokeWidth: { value: 2 },
            strokeDash: { value: [...(DASHES[index % DASHES.length] ?? [])] },
          },
        },
      },
    ],
  };
}

function names(series: readonly Series[], y: Scaling, plot: number): readonly Mark[] {
  const wanted = series.map(({ points }) => pixelOf(points.at(-1)?.[1] ?? 0, y));
  return dodge(wanted, LABEL_GAP, HEIGHT).map((at, index) => ({
    type: 'text',
    encode: {
      enter: {
        x: { value: plot + 6 },
        y: { value: at },
        text: { value: series[index]?.name ?? '' },
        baseline: { value: 'middle' },
        fill: { value: SERIES[index % SERIES.length] ?? '' },
        fontWeight: { value: 'bold' },
      },
    },
  }));
}

function pixelOf(value: number, { type, domain: [low, high] }: Scaling): number {
  const of = type === 'log' ? Math.log : (number: number) => number;
  return HEIGHT * (1 - (of(value) - of(low)) / (of(high) - of(low)));
}
