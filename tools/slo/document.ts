import { FAST, SLOW } from '../../packages/service-levels/burn-windows.js';
import type { Objective } from '../../packages/service-levels/objective.js';
import { badShare } from '../../packages/service-levels/recorded.js';
import { table } from '../../packages/text-table/table.js';
import { anchorOf } from './anchor.js';

const MONTH = '30d';
const MINUTES_OF_MONTH = 30 * 24 * 60;

/** The text of docs/slo.md. */
export function sloDocument(objectives: readonly Objective[]): string {
  return [
    '<!-- Written by `npm run slo` from packages/service-levels/objectives.ts; do not edit. -->',
    '',
    '# Service level objectives',
    '',
    'Each objective holds for 30 days, per environment and region. Its error budget is what may be bad. The requests of the smoke test',
    'do not count. The rules are in [`helm/mfapi/alerts/slo.yaml`](../helm/mfapi/alerts/slo.yaml), the row *Service levels* of the dashboard shows them.',
    '',
    '| objective | promise | error budget | when it burns fast |',
    '|---|---|---|---|',
    ...objectives.map(
      ({ title, promise, target, fast, runbook }) =>
        `| **${title}** | ${promise} | ${budgetOf(target)} | ${fast}: [${runbook}](runbook.md#${anchorOf(runbook)}) |`,
    ),
    '',
    ...objectives.flatMap(({ title, counted, bad, by }) => [
      `- **${title}**. Counted: ${counted} Bad: ${bad}${by ? ` Each \`${by}\` has a budget of its own.` : ''}`,
    ]),
    '',
    ...alertText(),
    '',
    ...reportText(objectives),
    '',
  ].join('\n');
}

function budgetOf(target: number): string {
  if (target === 0) return 'the calls of the month';
  const share = Number((100 * (1 - target)).toPrecision(6));
  if (target < 0.99) return `${share} %`;
  return `${share} %; ${Number((MINUTES_OF_MONTH * (1 - target)).toFixed(1))} min if all fails`;
}

function alertText(): string[] {
  const rows = [
    ['`MfapiErrorBudgetBurnsFast`', FAST],
    ['`MfapiErrorBudgetBurns`', SLOW],
  ] as const;
  return [
    '## Alerts',
    '',
    'Multiwindow, multi-burn-rate alerts, as in the SRE workbook. An alert fires when the budget burns so fast over the long **and** the short span: the long one',
    'shows that it matters, the short one that it still goes on. The label `slo` names the objective. `MfapiErrorBudgetBurns` is always a ticket.',
    '',
    ...table(
      ['alert', 'long', 'short', 'burn rate', 'budget spent'],
      rows.flatMap(([name, windows]) =>
        windows.map(({ long, short, rate }) => [name, long, short, `${rate}`, spent(long, rate)]),
      ),
    ),
    '',
    'With few events per second nothing is alerted: a share of three requests says nothing.',
  ];
}

function spent(long: string, rate: number): string {
  const hours = Number.parseInt(long, 10) * (long.endsWith('d') ? 24 : 1);
  return `${Math.round((100 * rate * hours) / (30 * 24))} %`;
}

function reportText(objectives: readonly Objective[]): string[] {
  return [
    '## Report of a month',
    '',
    'Paste into Prometheus on the last day of the month, or with `--time` at its end (`promtool query instant --time=2026-12-01T00:00:00Z URL QUERY`). Prometheus must keep 30 days.',
    'Each gives the share of good events; below the target, the budget is spent.',
    '',
    ...objectives.flatMap(({ title, name, target, promise }) => [
      `**${title}** (${promise}):`,
      '',
      '```promql',
      target === 0
        ? `# Share of the calls of a month that were made.\n${badShare(MONTH, `slo="${name}"`)}`
        : `# At least ${target}.\n1 - ${badShare(MONTH, `slo="${name}"`)}`,
      '```',
      '',
    ]),
    '**Error budget left**, of all objectives (1 = untouched, below 0 = spent):',
    '',
    '```promql',
    objectives
      .map(
        ({ name, target }) =>
          `1 - ${badShare(MONTH, `slo="${name}"`)} / ${Number((1 - target).toPrecision(6))}`,
      )
      .join('\nor '),
    '```',
    '',
    '**Money**: calls of the month × price.',
    '',
    '```promql',
    'max by (environment, region) (max_over_time(mfapi_budget_used_calls{window="month"}[30d])) * scalar(mfapi:upstream_price_per_1000) / 1000',
    '```',
    '',
    '## When a budget is spent',
    '',
    'Releases that do not repair it wait until it recovers; the next step of the pilot waits, too. To change a target, edit',
    '`packages/service-levels/objectives.ts`, run `npm run slo` and `npm run dashboards`, and say why in the pull request.',
  ];
}
