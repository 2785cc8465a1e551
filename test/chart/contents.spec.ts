import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadOptions } from '../../apps/fleet/load/options/load-options.js';
import { aHelm, describeWithHelm, ofKind, type KubernetesObject } from '../support/tools/helm.js';
import { settingsMap, settingsOf } from './rules.js';
import { at, ENVIRONMENTS } from './value-sets.js';

describeWithHelm('the chart', () => {
  it('exposes the documentation in test and staging only', () => {
    const documented = ENVIRONMENTS.filter((environment) => {
      const ingress = ofKind(render(environment), 'Ingress');
      return JSON.stringify(ingress).includes('/docs');
    });

    expect(documented).toEqual(['test', 'staging']);
  });

  it('lets no ingress controller log the URL, which has the exact position of a watch', () => {
    for (const environment of ENVIRONMENTS) {
      expect(ofKind(render(environment), 'Ingress').metadata.annotations).toMatchObject({
        'nginx.ingress.kubernetes.io/enable-access-log': 'false',
      });
    }
  });

  it('has a disruption budget and an autoscaler in staging and production', () => {
    for (const environment of ['staging', 'prod-eu', 'prod-us']) {
      const objects = render(environment);
      expect(ofKind(objects, 'PodDisruptionBudget')).toBeDefined();
      expect(ofKind(objects, 'HorizontalPodAutoscaler')).toBeDefined();
      // A fixed number would undo the autoscaler's choice at every upgrade.
      expect(ofKind(objects, 'Deployment').spec.replicas).toBeUndefined();
    }
  });

  it('splits the contracted calls between the two regions by budget.sharePercent', () => {
    expect(budget('prod-eu') + budget('prod-us')).toBe(2_000_000);
    expect(budget('prod-us', { 'budget.sharePercent': 100 })).toBe(2_000_000);
  });

  it('sets PILOT_PERCENT to the pilot step in production and to 100 elsewhere', () => {
    for (const environment of ['test', 'staging']) expect(pilotPercent(environment)).toBe('100');
    for (const environment of ['prod-eu', 'prod-us']) {
      const file = readFileSync(`helm/mfapi/values-${environment}.yaml`, 'utf8');
      // Read from the values file: with the chart's default the first release would admit every user.
      const step = parse(file).config.PILOT_PERCENT;

      expect([10, 50, 100]).toContain(step);
      expect(pilotPercent(environment)).toBe(String(step));
    }
  });

  it('sets BUDGET_MAX_PODS to the maximum number of processes, including restarts', () => {
    expect(settingsOf(render('prod-eu'))['BUDGET_MAX_PODS']).toBe('60');
  });

  it('restarts the pods only when a setting changes', () => {
    expect(settingsName({ 'config.LOG_LEVEL': 'debug' })).not.toBe(settingsName());
    expect(settingsName({ 'autoscaling.minReplicas': 4 })).toBe(settingsName());
  });

  it('never lets a scrape take longer than the interval', () => {
    for (const [interval, timeout] of [
      ['5s', '5s'],
      ['30s', '10s'],
      ['2m', '10s'],
    ]) {
      const monitor = render('prod-eu', { 'monitoring.serviceMonitor.interval': interval });
      expect(ofKind(monitor, 'ServiceMonitor').spec.endpoints[0].scrapeTimeout).toBe(timeout);
    }
  });

  it('labels pods with the version and the commit', () => {
    const commit = '0f'.repeat(20);
    const { metadata } = ofKind(render('prod-eu', { 'image.tag': commit }), 'Deployment');

    expect(metadata.labels['app.kubernetes.io/version']).toMatch(
      new RegExp(String.raw`^\d+\.\d+\.\d+-${commit}$`),
    );
  });

  it('keeps the name by which alerts find the pods, whatever the objects are called', () => {
    const objects = render('prod-eu', { fullnameOverride: 'weather' });
    const { relabelings } = ofKind(objects, 'ServiceMonitor').spec.endpoints[0];

    expect(ofKind(objects, 'Deployment').metadata.name).toBe('weather');
    expect(relabelings).toContainEqual({ targetLabel: 'job', replacement: 'mfapi' });
  });

  it('needs neither a provider nor an issuer in test', () => {
    const objects = render('test');
    const { containers } = ofKind(objects, 'Deployment').spec.template.spec;

    expect(containers.map(({ name }: KubernetesObject) => name)).toEqual([
      'api',
      'simulator',
      'issuer',
    ]);
    expect(settingsOf(objects)).toMatchObject({
      OIDC_ISSUER: 'http://127.0.0.1:4000',
      ACCWEA_URL: 'http://127.0.0.1:4010',
    });
    expect(settingsOf(render('staging'))['ACCWEA_URL']).toBe('https://dataservice.accuweather.com');
  });

  it('gives the snapshot of the issuer to the pods as a file', () => {
    const objects = render('prod-eu', { 'issuerKeys.jwks': '{"keys":[]}' });
    const file = settingsOf(objects)['OIDC_JWKS_FILE'];
    const { volumes, containers } = ofKind(objects, 'Deployment').spec.template.spec;
    const { configMap } = volumes.find(({ name }: KubernetesObject) => name === 'issuer-keys');
    const map = objects.find(({ metadata }) => metadata.name === configMap.name);

    expect(map.data).toEqual({ 'jwks.json': '{"keys":[]}' });
    expect(containers[0].volumeMounts).toContainEqual(
      expect.objectContaining({ mountPath: file?.replace('/jwks.json', '') }),
    );
  });

  it('allows egress to Sentry and the collector only where they are configured', () => {
    const to = [{ ipBlock: { cidr: '10.9.0.0/24' } }];
    const set = { 'networkPolicy.sentry.to': to, 'networkPolicy.telemetry.to': to };

    expect(portsTo('10.9.0.0/24')).toEqual([]);
    expect(portsTo('10.9.0.0/24', set)).toEqual([{ port: 443 }, { port: 4318 }]);
  });

  it('runs a load test in staging, and never in production', () => {
    const on = { 'loadTest.enabled': true };
    expect(ENVIRONMENTS.filter((environment) => jobsIn(render(environment)) > 0)).toEqual([
      'staging',
    ]);
    expect(aHelm().template(at('prod-eu', on)).ok).toBe(false);
    expect(jobsIn(aHelm().render({ ...at('prod-eu', on), skipSchema: true }))).toBe(0);
  });

  it('lets an upgrade of staging fail with its load test, within the time of the pipeline', () => {
    const { metadata, spec } = ofKind(render('staging'), 'Job');
    const [, minutes] = /staging \]; then timeout=(\d+)m/.exec(
      readFileSync('tools/deploy/upgrade.sh', 'utf8'),
    ) as unknown as [string, string];

    expect(metadata.annotations['helm.sh/hook']).toBe('post-install,post-upgrade');
    expect(spec.backoffLimit).toBe(0);
    expect(spec.activeDeadlineSeconds).toBeLessThan(Number(minutes) * 60);
  });

  it('gives the load test its limit of upstream calls and the metrics of every pod', () => {
    const set = { 'loadTest.maxUpstreamCalls': 2_000_000 };
    const objects = render('staging', set);
    const { args } = ofKind(objects, 'Job').spec.template.spec.containers[0];
    const [service, metrics] = ['mfapi', 'mfapi-load-metrics'].map((name) =>
      objects.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name),
    );

    expect(args).toContain('--max-upstream-calls=2000000');
    expect(args).toContain('--metrics=dns+http://mfapi-load-metrics.weather.svc:9464/metrics');
    expect(metrics.spec).toMatchObject({ clusterIP: 'None', ports: [{ port: 9464 }] });
    expect(metrics.spec.selector).toEqual(service.spec.selector);
  });

  it('runs the load test with options that its program knows', () => {
    const job = ofKind(render('staging'), 'Job');
    const [{ command, args }] = job.spec.template.spec.containers;

    expect(command).toEqual(['node', 'dist/apps/fleet/main.js', 'load']);
    expect(loadOptions(args)).toMatchObject({ watches: 2000, maxUpstreamCalls: 5000, json: '-' });
  });

  it('routes the host of the region and the global host, by Ingress and by HTTPRoute', () => {
    const set = { 'gateway.enabled': true, 'gateway.parentRefs': [{ name: 'public' }] };
    const objects = render('prod-us', set);
    const { rules, tls } = ofKind(objects, 'Ingress').spec;
    const hosts = ['mfapi.us.example.com', 'mfapi.example.com'];

    expect(rules.map(({ host }: KubernetesObject) => host)).toEqual(hosts);
    expect(tls[0].hosts).toEqual(hosts);
    expect(ofKind(objects, 'HTTPRoute').spec.hostnames).toEqual(hosts);
  });

  it('probes its own host, the global host and the other region from each region', () => {
    const urls = ['eu.example.com', 'example.com', 'us.example.com'].map(
      (host) => `https://mfapi.${host}/`,
    );

    for (const environment of ['prod-eu', 'prod-us']) {
      const { jobName, targets } = probe(environment);
      expect(jobName).toBe('mfapi-probe');
      expect(targets.staticConfig.static.toSorted()).toEqual(urls);
    }
    expect(probe('prod-us').targets.staticConfig.labels).toEqual({
      environment: 'prod',
      region: 'us',
    });
  });

  it('writes the price of a call, and what a month may cost, into the rules', () => {
    const set = {
      'monitoring.dashboards.upstreamPricePer1000': 0.25,
      'monitoring.prometheusRule.monthlyCost': 6250,
    };

    expect(expressionOf('mfapi:upstream_price_per_1000', set)).toBe('vector(0.25)');
    expect(expressionOf('mfapi:monthly_cost:limit', set)).toMatch(/ \+ 6250$/);
    expect(expressionOf('mfapi:monthly_cost:limit', {})).toContain('upstream_price_per_1000');
  });

  it('renders secret values in the Secret only', () => {
    const secret = 'canary-4711';
    const objects = render('test', { 'secrets.values.ACCWEA_TOKEN': secret });
    const encoded = Buffer.from(secret).toString('base64');

    expect(ofKind(objects, 'Secret').data['accwea-token']).toBe(encoded);
    const others = JSON.stringify(objects.filter(({ kind }) => kind !== 'Secret'));
    expect(others).not.toContain(secret);
    expect(others).not.toContain(encoded);
  });
});

describe('the versions', () => {
  it('are the same in chart, image and package', () => {
    const chart = parse(readFileSync('helm/mfapi/Chart.yaml', 'utf8'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

    expect([chart.version, chart.appVersion]).toEqual([version, version]);
  });
});

type Values = Readonly<Record<string, unknown>>;

function render(environment: string, set: Values = {}): KubernetesObject[] {
  return aHelm().render(at(environment, set));
}

function jobsIn(objects: readonly KubernetesObject[]): number {
  return objects.filter(({ kind }) => kind === 'Job').length;
}

function budget(environment: string, set: Values = {}): number {
  return Number(settingsOf(render(environment, set))['ACCWEA_DAILY_BUDGET']);
}

function pilotPercent(environment: string): string | undefined {
  return settingsOf(render(environment))['PILOT_PERCENT'];
}

function portsTo(cidr: string, set: Values = {}): unknown[] {
  const { egress } = ofKind(render('prod-eu', set), 'NetworkPolicy').spec;
  return egress
    .filter(({ to }: KubernetesObject) => JSON.stringify(to).includes(cidr))
    .flatMap(({ ports }: KubernetesObject) => ports);
}

/** The name of the ConfigMap with the settings: another name starts other pods. */
function settingsName(set: Values = {}): string {
  return settingsMap(render('prod-eu', set)).metadata.name;
}

function probe(environment: string): KubernetesObject {
  return ofKind(render(environment), 'Probe').spec;
}

/** Of a recording rule in production. */
function expressionOf(record: string, set: Values): string {
  return ofKind(render('prod-eu', set), 'PrometheusRule')
    .spec.groups.flatMap(({ rules }: KubernetesObject) => rules)
    .find((rule: KubernetesObject) => rule.record === record).expr;
}
