import { expect, it } from '@jest/globals';
import { PerRecord } from './per-record.js';

it('PerRecord derives once per record and view', () => {
  const lengths = new PerRecord<string[], string>();
  const [one, other] = [['a'], ['b']];
  let derived = 0;
  const of = (record: string[], view: string): string =>
    lengths.of(record, view, () => `${view} ${record.join()} ${(derived += 1)}`);

  expect([of(one, 'x'), of(one, 'x'), of(one, 'y'), of(other, 'x'), of(one, 'y')]).toEqual([
    'x a 1',
    'x a 1',
    'y a 2',
    'x b 3',
    'y a 2',
  ]);
});
