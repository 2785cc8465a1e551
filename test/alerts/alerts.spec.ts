import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { describeWithPromtool, itWithPromtool } from '../support/tools/promtool.js';

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly labels: { readonly severity: string; readonly slo?: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

interface Expectation {
  readonly alertname: string;
  readonly exp_alerts: readonly { readonly exp_labels: { readonly slo?: string } }[];
}

const RULES = filesIn('helm/mfapi/alerts');
const SCENARIOS = filesIn('test/alerts');
const rules = RULES.flatMap((file) => {
  const { groups } = parse(readFileSync(file, 'utf8')) as { groups: { rules: Rule[] }[] };
  return groups.flatMap(({ rules: all }) => all);
});
const alerts = rules.filter(({ alert }) => alert);
const expectations = SCENARIOS.flatMap((file) => {
  const { tests } = parse(readFileSync(file, 'utf8')) as {
    tests: { alert_rule_test: Expectation[] }[];
  };
  return tests.flatMap(({ alert_rule_test: all }) => all);
});
const runbook = readFileSync('docs/runbook.md', 'utf8');

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`);
}

function promtool(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args);
  return status === 0 ? 'ok' : `${stdout.toString()}${stderr.toString()}`;
}

describeWithPromtool('the alert rules in Prometheus', () => {
  it('pass promtool check rules', () => {
    expect(promtool('check', 'rules', ...RULES)).toBe('ok');
  });

  it.each(SCENARIOS)(
    'fire in the scenarios of %s and in no other (promtool test rules)',
    (file) => {
      expect(promtool('test', 'rules', file)).toBe('ok');
    },
    120_000,
  );
});

describe('the queries of the runbook', () => {
  const queries = [...runbook.matchAll(/```promql\n([^]*?)```/g)].map(([, query = '']) => query);
  const recorded = new Set(rules.map(({ record }) => record));

  it('use recorded series that the rules have', () => {
    const used = runbook.match(/\bmfapi:[a-z0-9_:]+/g) ?? [];

    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((name) => !recorded.has(name))).toEqual([]);
  });

  it('compare in the alert, not in the query, so that normal times have a number, too', () => {
    expect(queries.filter((query) => /[<>=] ?[\d.]+\s*$/.test(query))).toEqual([]);
  });

  itWithPromtool('are PromQL', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mfapi-queries-'));
    const file = join(folder, 'queries.yaml');
    const asRules = queries.map((expr, at) => ({ record: `query:${at}`, expr }));
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'runbook', rules: asRules }] }));
    const result = promtool('check', 'rules', file);
    rmSync(folder, { recursive: true });

    expect(queries.length).toBeGreaterThan(20);
    expect(result).toBe('ok');
  });
});

describe.each(alerts)('the alert $alert $labels.slo', ({ alert, labels, annotations }) => {
  it('has one scenario where it fires and one where it does not', () => {
    const fires = expectations
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: expected }) =>
        expected.some(({ exp_labels: { slo } }) => slo === labels.slo),
      );

    expect(new Set(fires)).toEqual(new Set([true, false]));
  });

  it('has a known severity and links to a section of the runbook with four parts', () => {
    const section = sections().get(annotations.runbook_url) ?? '';

    expect(labels.severity).toMatch(/^(page|ticket|heartbeat)$/);
    for (const part of ['The watch sees', 'Query', 'Do', 'Verify']) {
      expect(section).toContain(`**${part}**`);
    }
    expect(section).toContain('```promql');
  });
});

describe('a share of requests or records', () => {
  it('is alerted with a floor of traffic only', () => {
    const shares = alerts.filter(({ expr }) => /ratio_rate|p95|offset/.test(expr));
    const floors = /mfapi:(requests|records|timed_requests|slo_total):rate|> 1000?\b/;
    // Probes come at a fixed rate, and calls are compared with the budget.
    const others = shares.filter(
      ({ expr, labels: { slo = '' } }) =>
        !floors.test(expr) && !['reachability', 'cost'].includes(slo),
    );

    expect(shares.length).toBeGreaterThan(10);
    expect(others.map(({ alert }) => alert)).toEqual([]);
  });

  it('leaves out the smoke test', () => {
    const requests = rules.filter(({ expr }) => /mfapi_(http_re|pilot_re)quests?_/.test(expr));

    expect(requests.length).toBeGreaterThan(5);
    for (const { expr } of requests) {
      const selectors = expr.match(/mfapi_(http|pilot)_req\w+\{[^}]*\}/g) ?? [];
      for (const selector of selectors) expect(selector).toContain('client!="smoke"');
    }
  });
});

/** The sections of the runbook by their links. */
function sections(): Map<string, string> {
  return new Map(
    runbook
      .split(/^## /m)
      .slice(1)
      .map((section) => [`docs/runbook.md#${anchorOf(section.split('\n', 1)[0] ?? '')}`, section]),
  );
}

/** The anchor that GitHub generates for a Markdown heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
