import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { aHelm, describeWithHelm, ofKind, type KubernetesObject } from '../support/tools/helm.js';
import { schemaFaults } from '../support/tools/kubernetes-schema.js';
import { chartRuleFaults } from './chart-rules.js';
import { settingsMap } from './rules.js';
import { at } from './value-sets.js';

describe('schemaFaults', () => {
  const good = parse(`
    apiVersion: v1
    kind: Service
    metadata: { name: mfapi, labels: { anything: goes } }
    spec: { ports: [{ name: http, port: 80 }] }
  `);

  it.each<[what: string, breakIt: (object: typeof good) => void, fault: RegExp]>([
    ['an unknown field', (o) => (o.spec.selectr = {}), /\/spec\/selectr is unknown/],
    [
      'an unknown nested field',
      (o) => (o.spec.ports[0].prt = 1),
      /\/spec\/ports\/0\/prt is unknown/,
    ],
    ['an unknown top-level field', (o) => (o.specs = {}), /\/specs is unknown/],
    ['a wrong type', (o) => (o.spec.ports[0].name = 1), /name must be string/],
    ['a missing field', (o) => delete o.spec.ports[0].port, /property port/],
    ['an unknown kind', (o) => (o.kind = 'Servce'), /no schema for v1 Servce/],
  ])('reports %s', (_what, breakIt, fault) => {
    const broken = structuredClone(good);
    breakIt(broken);

    expect(schemaFaults(good)).toEqual([]);
    expect(schemaFaults(broken).join()).toMatch(fault);
  });
});

describeWithHelm('chartRuleFaults', () => {
  it.each<[what: string, breakIt: (objects: KubernetesObject[]) => void, fault: RegExp]>([
    [
      'a container that runs as root',
      (o) => (pod(o).securityContext.runAsUser = 0),
      /runs as root/,
    ],
    [
      'a writable root file system',
      (o) => delete container(o).securityContext.readOnlyRootFilesystem,
      /may do/,
    ],
    [
      'an added capability',
      (o) => (container(o).securityContext.capabilities.add = ['X']),
      /may do/,
    ],
    [
      'egress by IPv4 only',
      (o) => policyOf(o, 'mfapi').spec.egress[1].to.pop(),
      /one address family/,
    ],
    [
      'an IPv6 network excepted from IPv4',
      (o) => (policyOf(o, 'mfapi').spec.egress[1].to[0].ipBlock.except = ['fc00::/7']),
      /other address family/,
    ],
    ['a mounted API token', (o) => (pod(o).automountServiceAccountToken = true), /API token/],
    [
      'a secret mounted by subPath',
      (o) => (container(o).volumeMounts[0].subPath = 'x'),
      /not seen/,
    ],
    [
      'a variable outside the ConfigMap',
      (o) => (container(o).env = [{ name: 'X', value: 'y' }]),
      /outside/,
    ],
    [
      'a container without a memory limit',
      (o) => delete container(o).resources.limits.memory,
      /without limits/,
    ],
    [
      'a probe of an unknown path',
      (o) => (container(o).livenessProbe.httpGet.path = '/x'),
      /probes what/,
    ],
    [
      'a probe of an unknown port',
      (o) => (container(o).startupProbe.httpGet.port = 'x'),
      /probes a port/,
    ],
    [
      'a port that differs from the settings',
      (o) => (settings(o).PORT = '8080'),
      /listens elsewhere/,
    ],
    [
      'a grace period shorter than the drain',
      (o) => (pod(o).terminationGracePeriodSeconds = 35),
      /before it has drained/,
    ],
    ['a rollout that looks once', (o) => (deployment(o).minReadySeconds = 0), /as soon as/],
    ['settings that can change', (o) => delete settingsMap(o).immutable, /another revision/],
    [
      'settings without a hash in their name',
      (o) => (settingsMap(o).metadata.name = container(o).envFrom[0].configMapRef.name = 'mfapi'),
      /another revision/,
    ],
    [
      'a pod outside of the network policies',
      (o) => policyOf(o, 'mfapi-callers').spec.podSelector.matchExpressions[0].values.shift(),
      /outside of the network policies/,
    ],
    ['a preStop hook', (o) => (container(o).lifecycle = { preStop: {} }), /shell/],
    ['an unknown setting', (o) => (settings(o).OIDC_ISUER = 'x'), /OIDC_ISUER is not a setting/],
    [
      'a missing required setting',
      (o) => delete settings(o).OIDC_ISSUER,
      /OIDC_ISSUER is required/,
    ],
    [
      'a secret file that is not mounted',
      (o) => (settings(o).REDIS_URL_FILE = '/x/redis-url'),
      /is not mounted/,
    ],
    [
      'a secret without its entry',
      (o) => ofKind(o, 'ExternalSecret').spec.data.pop(),
      /is not given/,
    ],
    ['a missing label', (o) => delete ofKind(o, 'Service').metadata.labels, /Service has no label/],
    [
      'a Service that selects no pod',
      (o) => (ofKind(o, 'Service').spec.selector.x = 'y'),
      /misses the pods/,
    ],
    [
      'a Service that selects other pods',
      (o) => delete serviceSelector(o)['app.kubernetes.io/component'],
      /do not serve/,
    ],
    [
      'an Ingress that exposes probes',
      (o) => (routes(o)[0].pathType = 'Prefix'),
      /probes or metrics/,
    ],
    ['an Ingress without a served path', (o) => routes(o).splice(1, 1), /does not reach/],
    [
      'an Ingress to an unknown port',
      (o) => (routes(o)[0].backend.service.port.name = 'x'),
      /routed to a port/,
    ],
  ])('reports %s', (_what, breakIt, fault) => {
    const objects = aHelm().render(at('prod-eu'));
    breakIt(objects);

    expect(chartRuleFaults(objects).join('\n')).toMatch(fault);
  });
});

function deployment(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Deployment').spec;
}

function pod(objects: KubernetesObject[]): KubernetesObject {
  return deployment(objects).template.spec;
}

function policyOf(objects: KubernetesObject[], name: string): KubernetesObject {
  return objects.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name);
}

function container(objects: KubernetesObject[]): KubernetesObject {
  return pod(objects).containers[0];
}

function settings(objects: KubernetesObject[]): KubernetesObject {
  return settingsMap(objects).data;
}

function routes(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Ingress').spec.rules[0].http.paths;
}

function serviceSelector(objects: KubernetesObject[]): KubernetesObject {
  return ofKind(objects, 'Service').spec.selector;
}
