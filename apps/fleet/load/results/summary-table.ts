import { milliseconds, percent } from './format.js';
import type { LoadResult, PhaseResult } from './load-result.js';

const HEADINGS = [
  'phase',
  'requests',
  'errors',
  'hit',
  'stale',
  'miss',
  'hit p50',
  'hit p99',
  'p99',
  'after send p99',
  'lag p99',
  'upstream calls',
  'upstream share',
] as const;

/** Rows of text for people, the headings first; the last row is all measured phases together. */
export function summaryTable({ phases, measured }: LoadResult): readonly (readonly string[])[] {
  const rows = Object.entries(phases).map(([name, result]) => row(name, result));
  return [HEADINGS, ...rows, row('measured', measured)];
}

function row(name: string, result: PhaseResult): string[] {
  const { requests, errors, answers, latencyMs, afterSendMs, lagMs } = result;
  return [
    name,
    String(requests),
    String(errors.count),
    percent(answers.hit.share),
    percent(answers.stale.share),
    percent(answers.miss.share),
    milliseconds(answers.hit.latencyMs.p50),
    milliseconds(answers.hit.latencyMs.p99),
    milliseconds(latencyMs.p99),
    milliseconds(afterSendMs.p99),
    milliseconds(lagMs.p99),
    String(result.upstreamCalls ?? '-'),
    percent(result.upstreamShare),
  ];
}

/** The result as text for a terminal. */
export function summaryText(result: LoadResult): string {
  const table = summaryTable(result);
  const widths = HEADINGS.map((_, at) =>
    Math.max(...table.map((cells) => (cells[at] ?? '').length)),
  );
  const lines = table.map((cells) =>
    cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '),
  );
  const thresholds = result.thresholds.map(
    ({ expression, value, passed }) =>
      `${passed ? 'ok    ' : 'MISSED'} ${expression}   ${value ?? 'not measured'}`,
  );
  const errors = Object.entries(result.measured.errors.byCode).map(
    ([code, count]) => `error ${code}: ${count}`,
  );
  return ['', ...lines, '', ...errors, ...thresholds, '', outcomeText(result), ''].join('\n');
}

/** The outcome, with its reasons. */
export function outcomeText({ outcome, reasons }: LoadResult): string {
  return [outcome.toUpperCase(), ...reasons.map((reason) => `  ${reason}`)].join('\n');
}
