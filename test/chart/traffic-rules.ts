import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { KubernetesObject } from '../support/tools/helm.js';
import { all, apiService, broken, one, podOf, portOf } from './rules.js';

/** The paths that the API serves. */
export const SERVED: readonly string[] = Object.keys(
  parse(readFileSync('openapi.yaml', 'utf8')).paths,
);

/** Violations on the way from the watch to the container, and from Prometheus. */
export function routeFaults(objects: readonly KubernetesObject[]): string[] {
  const { containers } = podOf(one(objects, 'Deployment')).spec;
  const hasPort = (port: string): boolean =>
    containers.some((container: KubernetesObject) => portOf(container, port));
  const { spec: service } = apiService(objects);
  const servicePorts = service.ports.map(({ name }: KubernetesObject) => name);
  const paths = pathsOf(objects);
  const hosts = [...new Set(paths.map(({ host }) => host))];
  const routedAt = (host: string, path: string) =>
    paths.some((rule) =>
      rule.host !== host ? false : rule.isExact ? rule.path === path : path.startsWith(rule.path),
    );
  const routed = (path: string) => hosts.some((host) => routedAt(host, path));
  const routable = SERVED.filter((path) => !path.startsWith('/health'));
  const monitored = all(objects, 'ServiceMonitor').flatMap(({ spec }) => spec.endpoints);
  const admitted = all(objects, 'NetworkPolicy')
    .flatMap(({ spec }) => spec.ingress ?? [])
    .flatMap(({ ports }) => ports);
  return broken('Traffic', {
    'goes to ports that the container does not have': service.ports.every(
      ({ targetPort }: KubernetesObject) => hasPort(targetPort),
    ),
    'is routed to a port that the Service does not have': paths.every(({ port }) =>
      service.ports.some((one: KubernetesObject) => one.name === port || one.port === port),
    ),
    'does not reach a path that the API serves': hosts.every((host) =>
      routable.every((path) => routedAt(host, path)),
    ),
    'reaches probes or metrics': !['/health', '/health/live', '/metrics'].some(routed),
    'of Prometheus goes to a port that the Service does not have': monitored.every(({ port }) =>
      servicePorts.includes(port),
    ),
    'is admitted to a port that the container does not have': admitted.every(({ port }) =>
      hasPort(port),
    ),
  });
}

interface RoutedPath {
  readonly host: string;
  readonly path: string;
  readonly isExact: boolean;
  /** Name or number. */
  readonly port: string | number;
}

/** What the Ingress and the HTTPRoute route, by host. */
function pathsOf(objects: readonly KubernetesObject[]): RoutedPath[] {
  const ofIngress = all(objects, 'Ingress').flatMap(({ spec }) =>
    spec.rules.flatMap(({ host, http }: KubernetesObject) =>
      http.paths.map(({ path, pathType, backend }: KubernetesObject) => ({
        host: `Ingress ${host}`,
        path,
        isExact: pathType === 'Exact',
        port: backend.service.port.name,
      })),
    ),
  );
  const ofRoutes = all(objects, 'HTTPRoute').flatMap(({ spec }) =>
    spec.hostnames.flatMap((host: string) =>
      spec.rules.flatMap(({ matches, backendRefs: [backend] }: KubernetesObject) =>
        matches.map(({ path }: KubernetesObject) => ({
          host: `HTTPRoute ${host}`,
          path: path.value,
          isExact: path.type === 'Exact',
          port: backend.port,
        })),
      ),
    ),
  );
  return [...ofIngress, ...ofRoutes];
}

const isIPv6 = (cidr: string): boolean => cidr.includes(':');

/** Violations in what pods may call, by IPv4 and IPv6. */
export function egressFaults(objects: readonly KubernetesObject[]): string[] {
  const policies = all(objects, 'NetworkPolicy').map(blocksOf);
  return broken('Egress', {
    'reaches the internet by one address family only': policies.every((blocks) =>
      ['0.0.0.0/0', '::/0'].every((everywhere) => blocks.some(({ cidr }) => cidr === everywhere)),
    ),
    'excepts a network of the other address family': policies
      .flat()
      .every(({ cidr, except = [] }) =>
        except.every((one: string) => isIPv6(one) === isIPv6(cidr)),
      ),
  });
}

function blocksOf({ spec }: KubernetesObject): KubernetesObject[] {
  const peers: KubernetesObject[] = spec.egress.flatMap(({ to }: KubernetesObject) => to);
  return peers.flatMap(({ ipBlock }) => ipBlock ?? []);
}

export function selectorFaults(objects: readonly KubernetesObject[]): string[] {
  const deployment = one(objects, 'Deployment');
  const { labels } = podOf(deployment).metadata;
  const selects = (selector: Readonly<Record<string, string>>) =>
    Object.entries(selector).every(([name, value]) => labels[name] === value);
  const others = objects.map(podOf).filter((pod) => pod && pod.metadata.labels !== labels);
  const selector = apiService(objects).spec.selector as Record<string, string>;
  const policies = all(objects, 'NetworkPolicy').map(({ spec }) => spec.podSelector);
  const targets = ['HorizontalPodAutoscaler', 'ScaledObject']
    .flatMap((kind) => all(objects, kind))
    .map(({ spec }) => spec.scaleTargetRef);
  return broken('Selection', {
    'misses the pods': [
      selector,
      deployment.spec.selector.matchLabels,
      ...all(objects, 'PodDisruptionBudget').map(({ spec }) => spec.selector.matchLabels),
      ...policies.slice(0, 1).map(({ matchLabels }) => matchLabels),
    ].every(selects),
    'leaves pods outside of the network policies': [deployment, ...objects]
      .flatMap((object) => podOf(object)?.metadata.labels ?? [])
      .every((found) => policies.length === 0 || policies.some((policy) => matches(policy, found))),
    'takes pods that do not serve requests': others.every(({ metadata }) =>
      Object.entries(selector).some(([name, value]) => metadata.labels[name] !== value),
    ),
    'scales something else': targets.every(({ name }) => name === deployment.metadata.name),
  });
}

function matches(
  { matchLabels, matchExpressions = [] }: KubernetesObject,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(matchLabels).every(([name, value]) => labels[name] === value) &&
    matchExpressions.every(({ key, values }: KubernetesObject) => values.includes(labels[key]))
  );
}
