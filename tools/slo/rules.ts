import { FAST, SLOW, SPANS, type BurnWindow } from '../../packages/service-levels/burn-windows.js';
import type { Objective, Severity } from '../../packages/service-levels/objective.js';
import { badShare, ERRORS, ratioOver, TOTAL } from '../../packages/service-levels/recorded.js';
import { anchorOf } from './anchor.js';

interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The Prometheus rules of all objectives: a group each. */
export function sloRules(objectives: readonly Objective[]): { groups: object[] } {
  return {
    groups: objectives.map((objective) => ({
      name: `mfapi-slo-${objective.name}`,
      rules: [...records(objective), ...alerts(objective)],
    })),
  };
}

function records({ name, total, errors }: Objective): Rule[] {
  const labels = { slo: name };
  const selector = `slo="${name}"`;
  return [
    { record: TOTAL, expr: total, labels },
    // Without a bad event there is no series of them.
    { record: ERRORS, expr: `${errors} or 0 * (${total})`, labels },
    { record: ratioOver('5m'), expr: `${ERRORS}{${selector}} / ${TOTAL}{${selector}}`, labels },
    ...SPANS.map((span) => ({
      record: ratioOver(span),
      expr: badShare(span, selector),
      labels,
    })),
  ];
}

function alerts(objective: Objective): Rule[] {
  return [
    alert(objective, 'MfapiErrorBudgetBurnsFast', FAST, objective.fast, '2m', 'two to five days'),
    alert(objective, 'MfapiErrorBudgetBurns', SLOW, 'ticket', '15m', 'less than 30 days'),
  ];
}

function alert(
  objective: Objective,
  name: string,
  windows: readonly BurnWindow[],
  severity: Severity,
  patience: string,
  lasts: string,
): Rule {
  const { title, by, finding, runbook } = objective;
  const where = by ? ` ({{ $labels.${by} }})` : '';
  return {
    alert: name,
    expr: windows.map((window) => `(${burns(objective, window)})`).join(' or '),
    for: patience,
    labels: { slo: objective.name, severity },
    annotations: {
      summary: `${title}: {{ $value | humanizePercentage }} ${finding} in {{ $labels.region }}${where}: at this rate the error budget of 30 days lasts ${lasts}`,
      runbook_url: `docs/runbook.md#${anchorOf(runbook)}`,
    },
  };
}

function burns(
  { name, target, minPerSecond }: Objective,
  { long, short, rate }: BurnWindow,
): string {
  const selector = `{slo="${name}"}`;
  const limit = Number((rate * (1 - target)).toPrecision(6));
  const enough =
    minPerSecond > 0 ? ` and avg_over_time(${TOTAL}${selector}[${long}]) > ${minPerSecond}` : '';
  return `${ratioOver(long)}${selector} > ${limit} and ${ratioOver(short)}${selector} > ${limit}${enough}`;
}
