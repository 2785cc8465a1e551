import type { Mark, Spec } from 'vega';
import { mainFleet, type ReportData } from '../data/report-data.js';
import { callsPerMonth, priceOfCalls } from '../regret/choice.js';
import type { Prices } from '../regret/prices.js';
import { short } from '../regret/regret-table.js';
import { leverName, leversOf } from './lever-rows.js';
import { BLUE, CONFIG, GRID, ORANGE, SOFT } from './theme.js';

const ROW = 38;
const BAR = 12;
const EDGE = 8;

/** Calls and money that each lever saves or costs. */
export function leversChart(data: ReportData, prices: Prices, width: number): Spec {
  const fleet = mainFleet(data);
  const plot = width - 2 * EDGE;
  const perMonth = priceOfCalls(callsPerMonth(fleet), 0, prices);
  const values = leversOf(fleet).map((row, index) => ({
    name: leverName(row),
    change: row.change,
    y: index * ROW,
    text: `${signed(row.change * 100, 1)} %  ${signedShort(row.change * perMonth)}`,
  }));
  const changes = values.map(({ change }) => change);
  return {
    width: plot,
    height: values.length * ROW + EDGE,
    padding: EDGE,
    autosize: 'none',
    config: CONFIG,
    data: [{ name: 'levers', values }],
    scales: [
      {
        name: 'x',
        domain: [Math.min(0, ...changes), Math.max(0.01, ...changes)],
        range: [0, plot],
      },
    ],
    marks: [
      zeroLine(),
      bar(),
      text('name', { value: 0 }, 'left'),
      text('text', { value: plot }, 'right'),
    ],
  };
}

function zeroLine(): Mark {
  return {
    type: 'rule',
    from: { data: 'levers' },
    encode: {
      enter: {
        x: { scale: 'x', value: 0 },
        y: { field: 'y', offset: 16 },
        y2: { field: 'y', offset: 32 },
        stroke: { value: SOFT },
      },
    },
  };
}

function bar(): Mark {
  return {
    type: 'rect',
    from: { data: 'levers' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'change' },
        x2: { scale: 'x', value: 0 },
        y: { field: 'y', offset: 18 },
        height: { value: BAR },
        fill: [{ test: 'datum.change > 0', value: ORANGE }, { value: BLUE }],
        stroke: { value: GRID },
      },
    },
  };
}

function text(field: string, x: { value: number }, align: 'left' | 'right'): Mark {
  return {
    type: 'text',
    from: { data: 'levers' },
    encode: {
      enter: {
        x,
        y: { field: 'y', offset: 12 },
        align: { value: align },
        text: { field },
      },
    },
  };
}

/** With a minus sign instead of a hyphen. */
export function signed(number: number, decimals: number): string {
  const text = Math.abs(number).toFixed(decimals);
  return `${Number(text) === 0 ? '±' : number < 0 ? '−' : '+'}${text}`;
}

function signedShort(number: number): string {
  return `${number < 0 ? '−' : '+'}${short(Math.abs(number))}`;
}
