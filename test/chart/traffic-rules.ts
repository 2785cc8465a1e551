import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { KubernetesObject } from '../support/tools/helm.js';
import { all, broken, one, podOf, portOf } from './rules.js';

/** The paths that the API serves. */
export const SERVED: readonly string[] = Object.keys(
  parse(readFileSync('openapi.yaml', 'utf8')).paths,
);

/** Violations on the way from the watch to the container, and from Prometheus. */
export function routeFaults(objects: readonly KubernetesObject[]): string[] {
  const [container] = podOf(one(objects, 'Deployment')).spec.containers;
  const { spec: service } = one(objects, 'Service');
  const servicePorts = service.ports.map(({ name }: KubernetesObject) => name);
  const paths: KubernetesObject[] = all(objects, 'Ingress').flatMap(
    ({ spec }) => spec.rules[0].http.paths,
  );
  const routed = (path: string) =>
    paths.some((rule) =>
      rule.pathType === 'Exact' ? rule.path === path : path.startsWith(rule.path),
    );
  const routable = SERVED.filter((path) => !path.startsWith('/health'));
  const monitored = all(objects, 'ServiceMonitor').flatMap(({ spec }) => spec.endpoints);
  const admitted = all(objects, 'NetworkPolicy')
    .flatMap(({ spec }) => spec.ingress)
    .flatMap(({ ports }) => ports);
  return broken('Traffic', {
    'goes to ports that the container does not have': service.ports.every(
      ({ targetPort }: KubernetesObject) => portOf(container, targetPort),
    ),
    'is routed to a port that the Service does not have': paths.every(({ backend }) =>
      servicePorts.includes(backend.service.port.name),
    ),
    'does not reach a path that the API serves': paths.length === 0 || routable.every(routed),
    'reaches probes or metrics': !['/health', '/health/live', '/metrics'].some(routed),
    'of Prometheus goes to a port that the Service does not have': monitored.every(({ port }) =>
      servicePorts.includes(port),
    ),
    'is admitted to a port that the container does not have': admitted.every(({ port }) =>
      portOf(container, port),
    ),
  });
}

const isIPv6 = (cidr: string): boolean => cidr.includes(':');

/** Violations in what pods may call, by IPv4 and IPv6. */
export function egressFaults(objects: readonly KubernetesObject[]): string[] {
  const blocks: KubernetesObject[] = all(objects, 'NetworkPolicy')
    .flatMap(({ spec }) => spec.egress.flatMap(({ to }: KubernetesObject) => to))
    .flatMap(({ ipBlock }) => ipBlock ?? []);
  const cidrs = blocks.map(({ cidr }) => cidr);
  return broken('Egress', {
    'reaches the internet by one address family only':
      cidrs.includes('0.0.0.0/0') === cidrs.includes('::/0'),
    'excepts a network of the other address family': blocks.every(({ cidr, except = [] }) =>
      except.every((one: string) => isIPv6(one) === isIPv6(cidr)),
    ),
  });
}

export function selectorFaults(objects: readonly KubernetesObject[]): string[] {
  const deployment = one(objects, 'Deployment');
  const { labels } = podOf(deployment).metadata;
  const selects = (selector: Readonly<Record<string, string>>) =>
    Object.entries(selector).every(([name, value]) => labels[name] === value);
  const others = objects.map(podOf).filter((pod) => pod && pod.metadata.labels !== labels);
  const selector = one(objects, 'Service').spec.selector as Record<string, string>;
  const targets = all(objects, 'HorizontalPodAutoscaler').map(({ spec }) => spec.scaleTargetRef);
  return broken('Selection', {
    'misses the pods': [
      selector,
      deployment.spec.selector.matchLabels,
      ...all(objects, 'PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels),
      ...all(objects, 'NetworkPolicy').map(({ spec }) => spec.podSelector.matchLabels),
    ].every(selects),
    'takes pods that do not serve requests': others.every(({ metadata }) =>
      Object.entries(selector).some(([name, value]) => metadata.labels[name] !== value),
    ),
    'scales something else': targets.every(({ name }) => name === deployment.metadata.name),
  });
}
