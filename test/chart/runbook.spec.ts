import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aHelm, describeWithHelm, type KubernetesObject } from '../support/tools/helm.js';
import { at } from './value-sets.js';

/** Kinds as kubectl abbreviates them in the runbook, and as objects name them. */
const KINDS: Readonly<Record<string, string>> = {
  certificate: 'Certificate',
  clustersecretstore: 'ClusterSecretStore',
  cronjob: 'CronJob',
  deployment: 'Deployment',
  externalsecret: 'ExternalSecret',
  hpa: 'HorizontalPodAutoscaler',
  ingress: 'Ingress',
  networkpolicy: 'NetworkPolicy',
  service: 'Service',
};
/** Objects that the chart does not create. */
const OTHERS = ['service/prometheus-operated', 'clustersecretstore/azure-key-vault'];

const text = readFileSync('docs/runbook.md', 'utf8');
const code = [...text.matchAll(/```sh\n([^]*?)```|`([^`\n]+)`/g)].map(
  ([, block, inline]) => block ?? inline ?? '',
);
const kubectl = code.filter((one) => one.includes('kubectl '));
const helm = code.filter((one) => one.includes('helm upgrade') || one.startsWith('--set'));

/** `kind/name` of each object that a command names. */
const named = kubectl.flatMap((command) => {
  const kinds = Object.keys(KINDS).join('|');
  const found = command.matchAll(new RegExp(`\\b(${kinds})[ /]([a-z][a-z-]+)`, 'g'));
  return [...found].map(([, kind, name]) => `${kind}/${name}`);
});
const selectors = kubectl.flatMap((command) =>
  [...command.matchAll(/ -l (\S+)/g)].map(([, selector = '']) => selector),
);
const settings = helm.flatMap((command) =>
  [...command.matchAll(/--set(?:-string)? ([\w.]+)=('[^']*'|[\w.-]+)?/g)].map(
    ([, path = '', value = '1']) => [path, value.replaceAll("'", '')] as const,
  ),
);

/** The labels of an object, and of the pods and jobs that it creates. */
function labelsOf(object: KubernetesObject): Record<string, string>[] {
  const template = object.spec?.jobTemplate ?? object.spec?.template;
  return [
    object.metadata.labels ?? {},
    ...(template ? labelsOf({ metadata: {}, ...template }) : []),
  ];
}

describe('the commands of the runbook', () => {
  it('read all lines of all pods wherever they select pods', () => {
    const commands = kubectl.filter((command) => /kubectl logs -l /.test(command));

    expect(commands.length).toBeGreaterThan(2);
    expect(commands.filter((command) => !/--tail=-?\d+/.test(command))).toEqual([]);
  });

  it('are complete: nothing is set without the command that sets it', () => {
    expect(code.filter((one) => /^--set(-string)? (config|autoscaling)\./.test(one))).toEqual([]);
  });
});

describeWithHelm('the commands of the runbook, in production', () => {
  let objects: readonly KubernetesObject[];

  beforeAll(() => {
    objects = aHelm().render(at('prod-eu'));
  });

  it('name objects that the chart creates', () => {
    const created = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    const missing = named.filter((one) => {
      const [kind = '', name] = one.split('/');
      return !OTHERS.includes(one) && !created.includes(`${KINDS[kind]}/${name}`);
    });

    expect(named.length).toBeGreaterThan(6);
    expect(missing).toEqual([]);
  });

  it('select by labels that objects of the chart have', () => {
    const all = objects.flatMap(labelsOf);
    const matched = selectors.filter((selector) => selector.startsWith('app.'));
    const missing = matched.filter((selector) => {
      const wanted = selector.split(',').map((pair) => pair.split('='));
      return !all.some((labels) => wanted.every(([key = '', value]) => labels[key] === value));
    });

    expect(matched.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  it.each(settings)('can set %s to %s', (path, value) => {
    const parsed: unknown = /^\d+$/.test(value) ? Number(value) : value;

    expect(aHelm().template(at('prod-eu', { [path]: parsed }))).toMatchObject({ ok: true });
  });
});
