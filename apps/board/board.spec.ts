import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createBoard } from './board.js';
import { RECORDED_SCOPE, SCOPE } from './promql.js';

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number };
  readonly targets: readonly { readonly expr: string }[];
}

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly record?: string; readonly expr: string }[];
  }[];
}

/** The board as JSON, as Grafana reads it. */
const { panels: all } = JSON.parse(JSON.stringify(createBoard())) as { panels: readonly Panel[] };
const panels = all.filter(({ type }) => type !== 'row');
const runbook = readFileSync('docs/runbook.md', 'utf8');

describe('the board', () => {
  it('starts with the four rows of the specification', () => {
    const rows = all.filter(({ type }) => type === 'row').map(({ title }) => title);

    expect(rows.slice(0, 4)).toEqual([
      'Status codes',
      'Response time per endpoint (objective: 200 ms)',
      'Requests per hour',
      'Requests by geography',
    ]);
  });

  it('fills the full width with the panels of each line', () => {
    const widths = new Map<number, number>();
    for (const { gridPos } of panels) {
      widths.set(gridPos.y, (widths.get(gridPos.y) ?? 0) + gridPos.w);
    }

    expect(new Set(widths.values())).toEqual(new Set([24]));
  });
});

/** An expression without the pod selectors and white space. */
function plain(expression = ''): string {
  return expression.replaceAll(`${SCOPE},`, '').replaceAll(/\s/g, '');
}

function shown(name: string): string {
  return plain(panels.find(({ title }) => title === name)?.targets[0]?.expr);
}

describe('the recording rules of the alerts', () => {
  const rules = new Map(
    (parse(readFileSync('helm/mfapi/alerts/mfapi.yaml', 'utf8')) as Rules).groups.flatMap((group) =>
      group.rules.map(({ record, expr }) => [record, expr] as const),
    ),
  );
  it('compute the success share like the board', () => {
    const requests = `(${plain(rules.get('mfapi:requests:rate5m'))})`;
    const successes = plain(rules.get('mfapi:successes:rate5m'));
    const share = `(${successes.replace('mfapi:requests:rate5m', requests)})/${requests}`;

    expect(requests).toContain('turned-away');
    expect(shown('Success share (no-go under 80 %)')).toBe(share);
  });

  it('compute p95 like the board, both without 403 responses', () => {
    const [selector] = /(?<=_bucket)\{.*?\}/.exec(
      plain(rules.get('mfapi:request_duration_seconds:p95_5m')),
    ) ?? [''];

    expect(selector).toContain('403');
    for (const { targets } of panels.filter(({ title }) => title === 'p95 per endpoint')) {
      expect(plain(targets[0]?.expr)).toContain(`_bucket${selector}`);
    }
  });

  it('compute the share of stale answers like the board', () => {
    const share = plain(rules.get('mfapi:stale:ratio_rate5m'));

    expect(share).toContain('stale|expired');
    expect(shown('Share of stale answers')).toBe(share);
  });
});

describe.each(panels)('the panel $title', ({ description, targets }) => {
  it('describes normal values, what to do otherwise, and a section of the runbook', () => {
    const [normal, otherwise, link = ''] = description.split('\n\n');
    const linked = /^\[Runbook: (.+)\]\(docs\/runbook\.md#([a-z0-9-]+)\)$/.exec(link);

    expect(normal).toMatch(/^\*\*Normal:\*\* ./);
    expect(otherwise).toMatch(/^\*\*Otherwise:\*\* ./);
    if (link) {
      expect(runbook).toContain(`\n## ${linked?.[1]}\n`);
      expect(runbook).toContain(`](#${linked?.[2]})`);
    }
  });

  it('queries the selected pods only', () => {
    for (const { expr } of targets) {
      const selectors = [...expr.matchAll(/[a-z_]+\{([^}]*)\}/g)].map(([, matchers]) => matchers);

      expect(selectors.length).toBeGreaterThan(0);
      for (const matchers of selectors) {
        expect([SCOPE, RECORDED_SCOPE].some((scope) => matchers?.startsWith(scope))).toBe(true);
      }
    }
  });
});
