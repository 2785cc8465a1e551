import { describe, expect, it } from '@jest/globals';
import { parseCellGrid } from './parse-cell-grid.js';

describe('parseCellGrid', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 };

  it.each([
    ['metres:1000', 'm1000'],
    ['metres:100', 'm100'],
    ['metres:100000', 'm100000'],
    ['degrees:0.01', 'd0.01'],
    ['degrees:0.010', 'd0.01'],
    ['degrees:10', 'd10'],
  ])('parses %s', (text, name) => {
    expect(parseCellGrid(text).cellAt(paris).id.split('/')[0]).toBe(name);
  });

  it.each([
    '',
    'metres',
    'metres:',
    'metres:99',
    'metres:100001',
    'metres:1000.5',
    'metres:-1000',
    'metres:1e3',
    'metres:1000 ',
    'Metres:1000',
    'metres:1000,degrees:1',
    'degrees:0',
    'degrees:0.0001',
    'degrees:7',
    'degrees:0.3333333333333333',
    'degrees:NaN',
    'miles:1',
  ])('rejects "%s" and lists what is accepted', (text) => {
    expect(() => parseCellGrid(text)).toThrow(
      /metres:N .* 100 to 100000; degrees:D .* 0\.001 to 10/,
    );
  });
});
