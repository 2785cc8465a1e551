import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { aHelm, describeWithHelm, ofKind, type KubernetesObject } from '../support/tools/helm.js';
import { schemaFaults } from '../support/tools/kubernetes-schema.js';
import { chartRuleFaults } from './chart-rules.js';
import { at } from './value-sets.js';

describe('the check against the schemas', () => {
  const good = parse(`
    apiVersion: v1
    kind: Service
    metadata: { name: mfapi, labels: { anything: goes } }
    spec: { ports: [{ name: http, port: 80 }] }
  `);

  it.each<[what: string, spoil: (object: typeof good) => void, fault: RegExp]>([
    ['an unknown field', (o) => (o.spec.selectr = {}), /\/spec\/selectr is unknown/],
    ['one deep inside', (o) => (o.spec.ports[0].prt = 1), /\/spec\/ports\/0\/prt is unknown/],
    ['one at the top', (o) => (o.specs = {}), /\/specs is unknown/],
    ['a wrong type', (o) => (o.spec.ports[0].name = 1), /name must be string/],
    ['a missing field', (o) => delete o.spec.ports[0].port, /property port/],
    ['an unknown kind', (o) => (o.kind = 'Servce'), /no schema for v1 Servce/],
  ])('finds %s', (_what, spoil, fault) => {
    const spoilt = structuredClone(good);
    spoil(spoilt);

    expect(schemaFaults(good)).toEqual([]);
    expect(schemaFaults(spoilt).join()).toMatch(fault);
  });
});

describeWithHelm('the check against our rules', () => {
  it.each<[what: string, spoil: (objects: KubernetesObject[]) => void, fault: RegExp]>([
    ['a root', (o) => (pod(o).securityContext.runAsUser = 0), /runs as root/],
    [
      'a writable root',
      (o) => delete container(o).securityContext.readOnlyRootFilesystem,
      /may do/,
    ],
    ['a capability', (o) => (container(o).securityContext.capabilities.add = ['X']), /may do/],
    ['a token', (o) => (pod(o).automountServiceAccountToken = true), /API token/],
    ['a subPath', (o) => (container(o).volumeMounts[0].subPath = 'x'), /not seen/],
    ['a variable', (o) => (container(o).env = [{ name: 'X', value: 'y' }]), /outside/],
    ['no limit', (o) => delete container(o).resources.limits.memory, /without limits/],
    ['a probe of nothing', (o) => (container(o).livenessProbe.httpGet.path = '/x'), /probes what/],
    ['a probe elsewhere', (o) => (container(o).startupProbe.httpGet.port = 'x'), /probes a port/],
    ['another port', (o) => (settings(o).PORT = '8080'), /listens elsewhere/],
    ['a short grace', (o) => (pod(o).terminationGracePeriodSeconds = 35), /before it has drained/],
    ['a shell', (o) => (container(o).lifecycle = { preStop: {} }), /shell/],
    ['a setting nobody reads', (o) => (settings(o).OIDC_ISUER = 'x'), /OIDC_ISUER is no setting/],
    ['a missing setting', (o) => delete settings(o).OIDC_ISSUER, /OIDC_ISSUER is required/],
    ['an unmounted file', (o) => (settings(o).REDIS_URL_FILE = '/x/redis-url'), /is not mounted/],
    ['an empty secret', (o) => ofKind(o, 'ExternalSecret').spec.data.pop(), /is not given/],
    ['a lost label', (o) => delete ofKind(o, 'Service').metadata.labels, /Service has no label/],
    ['a lost Service', (o) => (ofKind(o, 'Service').spec.selector.x = 'y'), /misses the pods/],
    ['a wide Service', (o) => delete widened(o)['app.kubernetes.io/component'], /serve nobody/],
    ['an open door', (o) => (routes(o)[0].pathType = 'Prefix'), /probes or metrics/],
    ['a closed door', (o) => routes(o).splice(1, 1), /does not reach/],
    ['a wrong door', (o) => (routes(o)[0].backend.service.port.name = 'x'), /routed to a port/],
  ])('finds %s', (_what, spoil, fault) => {
    const objects = aHelm().render(at('prod-eu'));
    spoil(objects);

    expect(chartRuleFaults(objects).join('\n')).toMatch(fault);
  });
});

function pod(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Deployment').spec.template.spec;
}

function container(objects: KubernetesObject[]): KubernetesObject {
  return pod(objects).containers[0];
}

function settings(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'ConfigMap').data;
}

function routes(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Ingress').spec.rules[0].http.paths;
}

function widened(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Service').spec.selector;
}
