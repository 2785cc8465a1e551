import type { Axis, Mark, Spec } from 'vega';
import { mainFleet, type FleetData, type ReportData, type RowData } from '../data/report-data.js';
import { dodge } from './dodge.js';
import { BLUE, CONFIG, ORANGE } from './theme.js';

const HEIGHT = 260;
const LEFT = 52;
const RIGHT = 16;
const BOTTOM = 44;
const GAP = 18;
const MINUTE_SECONDS = 60;

const AXES: Axis[] = [
  {
    orient: 'bottom',
    scale: 'x',
    title: 'calls compared with the defaults',
    format: '+.0%',
    tickCount: 5,
    titlePadding: 6,
  },
  {
    orient: 'left',
    scale: 'y',
    title: 'median age of conditions, min',
    grid: true,
    tickCount: 6,
    titlePadding: 6,
  },
];

/** The settings that change the age of conditions, with the reference first; numbered in the chart. */
export function agedRows({ rows }: FleetData): readonly RowData[] {
  const [reference] = rows;
  if (!reference) return [];
  const others = rows.filter(
    ({ sweep, name }) =>
      sweep === 'adaptive' || (sweep === 'windows' && name.startsWith('conditions')),
  );
  return [reference, ...others.toSorted((a, b) => a.change - b.change)];
}

/** Calls against the median age of conditions; points are numbered, the list below names them. */
export function ageChart(data: ReportData, width: number): Spec {
  const plot = width - LEFT - RIGHT;
  const rows = agedRows(mainFleet(data));
  const changes = rows.map(({ change }) => change);
  const [low, high] = [Math.min(...changes) - 0.03, Math.max(...changes) + 0.05];
  const oldest = 1.15 * Math.max(60, ...rows.map(({ age }) => age.p50));
  const at = rows.map(({ age }) => HEIGHT * (1 - age.p50 / oldest));
  const labels = dodge(at, GAP, HEIGHT - GAP / 2);
  const values = rows.map(({ change, age }, index) => ({
    change,
    minutes: age.p50 / MINUTE_SECONDS,
    label: String(index + 1),
    isReference: index === 0,
    labelY: labels[index],
  }));
  return {
    width: plot,
    height: HEIGHT,
    padding: { left: LEFT, right: RIGHT, top: 8, bottom: BOTTOM },
    autosize: 'none',
    config: CONFIG,
    data: [{ name: 'rows', values }],
    scales: [
      { name: 'x', domain: [low, high], range: [0, plot], zero: false },
      { name: 'y', domain: [0, oldest / MINUTE_SECONDS], range: [HEIGHT, 0] },
    ],
    axes: AXES,
    marks: points(),
  };
}

function points(): Mark[] {
  const x = { scale: 'x', field: 'change' };
  return [
    {
      type: 'symbol',
      from: { data: 'rows' },
      encode: {
        enter: {
          x,
          y: { scale: 'y', field: 'minutes' },
          size: { value: 90 },
          shape: [{ test: 'datum.isReference', value: 'diamond' }, { value: 'circle' }],
          fill: [{ test: 'datum.isReference', value: ORANGE }, { value: BLUE }],
        },
      },
    },
    {
      type: 'text',
      from: { data: 'rows' },
      encode: {
        enter: {
          x: { ...x, offset: 10 },
          y: { field: 'labelY' },
          text: { field: 'label' },
          baseline: { value: 'middle' },
          fontWeight: { value: 'bold' },
        },
      },
    },
  ];
}
