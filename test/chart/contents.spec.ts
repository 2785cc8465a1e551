import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { aHelm, describeWithHelm, ofKind, type KubernetesObject } from '../support/tools/helm.js';
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
    const { data } = ofKind(render('prod-eu'), 'ConfigMap');

    expect(data.BUDGET_MAX_PODS).toBe('60');
  });

  it('restarts the pods only when a setting changes', () => {
    expect(checksum({ 'config.LOG_LEVEL': 'debug' })).not.toBe(checksum());
    expect(checksum({ 'autoscaling.minReplicas': 4 })).toBe(checksum());
  });

  it('allows egress to Sentry and the collector only where they are configured', () => {
    const to = [{ ipBlock: { cidr: '10.9.0.0/24' } }];
    const set = { 'networkPolicy.sentry.to': to, 'networkPolicy.telemetry.to': to };

    expect(portsTo('10.9.0.0/24')).toEqual([]);
    expect(portsTo('10.9.0.0/24', set)).toEqual([{ port: 443 }, { port: 4318 }]);
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

function budget(environment: string, set: Values = {}): number {
  return Number(ofKind(render(environment, set), 'ConfigMap').data.ACCWEA_DAILY_BUDGET);
}

function pilotPercent(environment: string): string {
  return ofKind(render(environment), 'ConfigMap').data.PILOT_PERCENT;
}

function portsTo(cidr: string, set: Values = {}): unknown[] {
  const { egress } = ofKind(render('prod-eu', set), 'NetworkPolicy').spec;
  return egress
    .filter(({ to }: KubernetesObject) => JSON.stringify(to).includes(cidr))
    .flatMap(({ ports }: KubernetesObject) => ports);
}

function checksum(set: Values = {}): string {
  const { metadata } = ofKind(render('prod-eu', set), 'Deployment').spec.template;
  return metadata.annotations['checksum/config'];
}
