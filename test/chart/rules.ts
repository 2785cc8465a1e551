import type { KubernetesObject } from '../support/tools/helm.js';

export function podOf({ kind, metadata, spec }: KubernetesObject): KubernetesObject {
  if (kind === 'Pod') return { metadata, spec };
  return kind === 'CronJob' ? spec.jobTemplate.spec.template : spec?.template;
}

export function portOf(container: KubernetesObject, name: string): number | undefined {
  return container.ports?.find((port: KubernetesObject) => port.name === name)?.containerPort;
}

export function all(objects: readonly KubernetesObject[], kind: string): KubernetesObject[] {
  return objects.filter((object) => object.kind === kind);
}

export function one(objects: readonly KubernetesObject[], kind: string): KubernetesObject {
  const [found] = all(objects, kind);
  if (!found) throw new Error(`the chart renders no ${kind}`);
  return found;
}

/** The Service that takes requests; another one may exist for metrics. */
export function apiService(objects: readonly KubernetesObject[]): KubernetesObject {
  return one(all(objects, 'Service').filter(takesRequests), 'Service');
}

function takesRequests({ spec }: KubernetesObject): boolean {
  return spec.ports.some(({ name }: KubernetesObject) => name === 'http');
}

/** The ConfigMap of the settings. */
export function settingsMap(objects: readonly KubernetesObject[]): KubernetesObject {
  const [container] = podOf(one(objects, 'Deployment')).spec.containers;
  const { name } = container.envFrom[0].configMapRef;
  return all(objects, 'ConfigMap').find(({ metadata }) => metadata.name === name);
}

/** The environment of the API's container. */
export function settingsOf(objects: readonly KubernetesObject[]): Record<string, string> {
  return settingsMap(objects).data as Record<string, string>;
}

/** The rules that do not hold, as sentences about `subject`. */
export function broken(subject: string, rules: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(rules).flatMap(([fault, holds]) => (holds ? [] : [`${subject} ${fault}`]));
}
