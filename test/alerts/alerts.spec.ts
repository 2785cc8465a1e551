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

function promtool(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('promtool', args);
  return status === 0 ? 'ok' : `${stdout.toString()}${stderr.toString()}`;
}

describeWithPromtool('the alert rules in Prometheus', () => {
  it('pass promtool check rules', () => {
    expect(promtool('check', 'rules', RULES)).toBe('ok');
  });

  it('fire in the scenarios of test/alerts and in no other (promtool test rules)', () => {
    expect(promtool('test', 'rules', TESTS)).toBe('ok');
  });
});

describe.each(alerts)('the alert $alert', ({ alert, labels, annotations }) => {
  it('has one scenario where it fires and one where it does not', () => {
    const fires = expectations
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: expected }) => expected.length > 0);

    expect(new Set(fires)).toEqual(new Set([true, false]));
  });

  it('links to a section of the runbook and has a severity of page or ticket', () => {
    const headings = readFileSync('docs/runbook.md', 'utf8').match(/^## .+$/gm) ?? [];
    const anchors = headings.map((heading) => `docs/runbook.md#${anchorOf(heading)}`);

    expect(anchors).toContain(annotations.runbook_url);
    expect(labels.severity).toMatch(/^(page|ticket)$/);
  });
});

/** The anchor that GitHub generates for a Markdown heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^## /, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
