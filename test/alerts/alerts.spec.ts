import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { describeWithPromtool } from '../support/tools/promtool.js';

const RULES = 'helm/mfapi/alerts/mfapi.yaml';
const TESTS = 'test/alerts/mfapi.yaml';

interface Rule {
  readonly alert?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook_url: string };
}

interface Expectation {
  readonly alertname: string;
  readonly exp_alerts: readonly object[];
}

const { groups } = parse(readFileSync(RULES, 'utf8')) as { groups: { rules: Rule[] }[] };
const alerts = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert);
const { tests } = parse(readFileSync(TESTS, 'utf8')) as {
  tests: { alert_rule_test: Expectation[] }[];
};
const expectations = tests.flatMap(({ alert_rule_test: all }) => all);

function promtool(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', words);
  return status === 0 ? 'good' : `${stdout.toString()}${stderr.toString()}`;
}

describeWithPromtool('the alerts, in a Prometheus', () => {
  it('are rules that it can read', () => {
    expect(promtool('check', 'rules', RULES)).toBe('good');
  });

  it('fire in their scenarios and in no other: promtool test rules', () => {
    expect(promtool('test', 'rules', TESTS)).toBe('good');
  });
});

describe.each(alerts)('the alert $alert', ({ alert, labels, annotations }) => {
  it('has a scenario in which it fires, and one in which it does not', () => {
    const fires = expectations
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: expected }) => expected.length > 0);

    expect(new Set(fires)).toEqual(new Set([true, false]));
  });

  it('links an entry of the runbook, and says how urgent it is', () => {
    const headings = readFileSync('docs/runbook.md', 'utf8').match(/^## .+$/gm) ?? [];
    const anchors = headings.map((heading) => `docs/runbook.md#${anchorOf(heading)}`);

    expect(anchors).toContain(annotations.runbook_url);
    expect(labels.severity).toMatch(/^(page|ticket)$/);
  });
});

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^## /, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
