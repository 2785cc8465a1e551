import type { Objective } from '../../../packages/service-levels/objective.js';
import { OBJECTIVES } from '../../../packages/service-levels/objectives.js';
import { badShare, ratioOver } from '../../../packages/service-levels/recorded.js';
import { badPast, goodFrom } from '../grafana/limits.js';
import { figure, lines } from '../grafana/panels.js';
import { RECORDED_SCOPE } from '../promql.js';
import type { Row } from './row.js';

const MONTH = '30d';

/** From packages/service-levels, like the alerts and docs/slo.md. The series are those that the rules record. */
export function serviceLevelsRow(): Row {
  return {
    title: 'Service levels over 30 days (docs/slo.md)',
    panels: [budgetLeft(), burnRate('1h', 6, 14.4), burnRate('3d', 1, 3)],
  };
}

function budgetLeft() {
  return figure(
    {
      title: 'Error budget left',
      normal: 'above 50 %; 100 % is untouched.',
      otherwise:
        'below 0 the promise of docs/slo.md is broken: no release that does not repair it.',
    },
    perObjective(
      (objective) => `1 - (${badShare(MONTH, selectorOf(objective))}) / ${budgetOf(objective)}`,
    ),
    { inRowOf: 3, unit: 'percentunit', limit: goodFrom(0, 0.5) },
  );
}

function burnRate(span: string, doubtful: number, bad: number) {
  return lines(
    {
      title: `Burn rate over ${span}`,
      normal: 'below 1: the error budget lasts 30 days.',
      otherwise: `${doubtful} and more: a ticket or a page, by objective. The alert links to its section.`,
    },
    perObjective(
      (objective) => `${ratioOver(span)}{${selectorOf(objective)}} / ${budgetOf(objective)}`,
    ),
    { inRowOf: 3, limit: badPast(doubtful, bad) },
  );
}

function perObjective(query: (objective: Objective) => string): Record<string, string> {
  return Object.fromEntries(
    OBJECTIVES.map((objective) => {
      const { title, by } = objective;
      return [`${title} {{region}}${by ? ` {{${by}}}` : ''}`, query(objective)];
    }),
  );
}

const selectorOf = ({ name }: Objective): string => `${RECORDED_SCOPE},slo="${name}"`;
const budgetOf = ({ target }: Objective): number => Number((1 - target).toPrecision(6));
