import { expect, it } from '@jest/globals';
import { aHelm, describeWithHelm, HELMS } from '../support/tools/helm.js';
import { schemaFaults } from '../support/tools/kubernetes-schema.js';
import { chartRuleFaults } from './chart-rules.js';
import { at, CASES } from './value-sets.js';

describeWithHelm.each(CASES)('the chart with %s', (_name, options) => {
  it.each(HELMS)('passes helm lint --strict with Helm $version', (helm) => {
    expect(helm.lint(options)).toMatchObject({ ok: true });
  });

  it('renders the same text with every Helm', () => {
    const [first, ...others] = HELMS.map((helm) => helm.template(options).output);

    for (const other of others) expect(other).toBe(first);
  });

  it('matches the schemas of Kubernetes and of the operators', () => {
    expect(aHelm().render(options).flatMap(schemaFaults)).toEqual([]);
  });

  it('follows the rules for labels, pods, settings and routes', () => {
    expect(chartRuleFaults(aHelm().render(options))).toEqual([]);
  });
});

const SCHEDULE = { timezone: 'Europe/Paris', start: '0 6 * * *', end: '0 9 * * *' };

describeWithHelm.each(HELMS)('the values schema with Helm $version', (helm) => {
  it.each<[what: string, set: Record<string, unknown>, readonly RegExp[]]>([
    ['an unknown value', { replicas: 3 }, [/replicas/, /not allowed/]],
    ['a misspelt setting', { 'config.OIDC_ISUER': 'x' }, [/OIDC_ISUER/, /not allowed/]],
    ['text for a number', { replicaCount: 'two' }, [/replicaCount/, /string/, /integer/]],
    ['an issuer over plain HTTP', { 'config.OIDC_ISSUER': 'http://a.example' }, [/OIDC_ISSUER/]],
    ['no issuer', { 'config.OIDC_ISSUER': '' }, [/config\.OIDC_ISSUER is required/]],
    ['a budget share above 100 %', { 'budget.sharePercent': 120 }, [/sharePercent/, /100/]],
    ['no provider key', { 'secrets.names': ['REDIS_URL'] }, [/secrets.names/, /ACCWEA_TOKEN/]],
    ['an unknown secret name', { 'secrets.names': ['ACCWEA_TOKEN', 'X'] }, [/secrets.names/]],
    ['secrets in values', { 'secrets.from': 'values' }, [/secrets.from/, /externalSecret/]],
    ['documentation in production', { docsEnabled: true }, [/docsEnabled/, /false/]],
    ['no runbook', { 'monitoring.prometheusRule.runbookUrl': '' }, [/runbookUrl/]],
    ['no price', { 'monitoring.dashboards.upstreamPricePer1000': null }, [/upstreamPricePer1000/]],
    ['no choice about Sentry', { 'sentry.enabled': null }, [/sentry/, /enabled/]],
    ['no choice about traces', { 'traces.enabled': null }, [/traces/, /enabled/]],
    ['no choice about the fallback', { 'config.FALLBACK_PROVIDER': null }, [/FALLBACK_PROVIDER/]],
    ['Sentry without its secret', { 'sentry.enabled': true }, [/secrets.names/, /SENTRY_DSN/]],
    [
      'the secret of Sentry without Sentry',
      { 'secrets.names': ['ACCWEA_TOKEN', 'REDIS_URL', 'SENTRY_DSN'] },
      [/secrets.names/],
    ],
    ['traces without a collector', { 'traces.enabled': true }, [/OTEL_EXPORTER_OTLP_ENDPOINT/]],
    ['the simulator in production', { 'development.enabled': true }, [/environment/]],
    [
      "a private key among the issuer's",
      { 'issuerKeys.jwks': '{"keys":[{"kty":"RSA","d":"AA"}]}' },
      [/jwks/],
    ],
    [
      'a schedule beyond the maximum of pods',
      { 'autoscaling.schedule': [{ ...SCHEDULE, replicas: 21 }] },
      [/wants 21 pods, autoscaling.maxReplicas is 20/],
    ],
    [
      'a schedule beside a metric that KEDA cannot read',
      {
        'autoscaling.schedule': [{ ...SCHEDULE, replicas: 9 }],
        'autoscaling.requestsPerSecond.enabled': true,
      },
      [/exclude each other/],
    ],
    ['a load test in production', { 'loadTest.enabled': true }, [/loadTest/, /false/]],
    [
      'an option of the load test that undoes its limit',
      { 'loadTest.args': ['--max-upstream-calls=1000000'] },
      [/loadTest/, /args/],
    ],
    ['plain HTTP in production', { 'ingress.tlsSecretName': '' }, [/tlsSecretName/]],
    ['no disruption budget', { 'podDisruptionBudget.enabled': false }, [/podDisruptionBudget/]],
    ['no network policy', { 'networkPolicy.enabled': false }, [/networkPolicy/]],
    [
      'a maximum of pods below the minimum',
      { 'autoscaling.maxReplicas': 2 },
      [/minReplicas \(3\)/],
    ],
    ['a Gateway without a name', { 'gateway.enabled': true }, [/parentRefs/]],
    ['a count without a month', { 'budget.spent': '31000000' }, [/spent/]],
    ['a pilot share above 100 %', { 'config.PILOT_PERCENT': 101 }, [/PILOT_PERCENT/, /100/]],
  ])('rejects %s and names the value', (_what, set, sentences) => {
    const { ok, log } = helm.template(at('prod-eu', set));

    expect(ok).toBe(false);
    for (const sentence of sentences) expect(log).toMatch(sentence);
  });
});
