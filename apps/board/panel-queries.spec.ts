import { expect, it } from '@jest/globals';
import { fill, panelQueries } from './panel-queries.js';

const PANEL = { type: 'timeseries', title: 'CPU' };

it('names a query by row and panel, and by its letter when a panel has several', () => {
  const first = { refId: 'A', expr: 'one' };
  const board = {
    panels: [
      { type: 'row', title: 'Saturation' },
      { ...PANEL, targets: [{ ...first, instant: true }] },
      { ...PANEL, title: 'Memory', targets: [first, { refId: 'B', expr: 'two' }] },
    ],
  };

  expect(panelQueries(board).map(({ name, isInstant }) => [name, isInstant])).toEqual([
    ['Saturation › CPU', true],
    ['Saturation › Memory A', false],
    ['Saturation › Memory B', false],
  ]);
});

it('replaces variables by values and throws for a variable without a value', () => {
  const expression = 'rate(calls{job="$job"}[$__rate_interval]) * $PRICE';
  const values = { job: 'mfapi', __rate_interval: '1m', PRICE: '2' };

  expect(fill(expression, values)).toBe('rate(calls{job="mfapi"}[1m]) * 2');
  expect(() => fill(expression, { job: 'mfapi', PRICE: '2' })).toThrow('$__rate_interval');
});
