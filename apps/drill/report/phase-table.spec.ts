import { expect, it } from '@jest/globals';
import { phaseTable } from './phase-table.js';

const sample = (phase: string, status: number, ms: number) => ({ phase, group: 'eu', status, ms });

it('each group of watches has a row per phase, with what it saw instead of weather', () => {
  const rows = phaseTable([
    sample('before', 200, 10),
    sample('lost', 200, 20),
    sample('lost', 0, 99),
    sample('lost', 503, 5),
    sample('lost', 503, 5),
  ]).map((line) => line.split('|').map((cell) => cell.trim()));

  expect(rows[2]).toEqual(['', 'before', 'eu', '1', '100.0 %', '–', '10 / 10', '']);
  expect(rows[3]).toEqual([
    '',
    'lost',
    'eu',
    '4',
    '25.0 %',
    '1 × no response, 2 × 503',
    '20 / 20',
    '',
  ]);
});
