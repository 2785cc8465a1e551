import type { KubernetesObject } from '../support/tools/helm.js';
import { all, broken, one, podOf, portOf, settingsOf } from './rules.js';
import { SERVED } from './traffic-rules.js';

/** Violations of the restricted Pod Security Standard, and of the rule that pods mount no API token. */
export function podFaults(object: KubernetesObject): string[] {
  const pod = podOf(object)?.spec;
  if (!pod) return [];
  const { securityContext: ofPod, containers, volumes = [] } = pod;
  return broken(object.kind, {
    'runs as root': ofPod.runAsNonRoot === true && ofPod.runAsUser > 0,
    'has no seccomp profile': ofPod.seccompProfile.type === 'RuntimeDefault',
    'shares the host': !pod.hostNetwork && !pod.hostPID && !pod.hostIPC,
    'mounts the API token': pod.automountServiceAccountToken === false,
    'gets variables of other Services': pod.enableServiceLinks === false,
    'has a volume that is not allowed': volumes.every(
      (volume: KubernetesObject) => volume.secret ?? volume.configMap ?? volume.emptyDir,
    ),
    'has a container that may do too much': containers.every(isRestricted),
    'has a container without limits': containers.every(
      ({ resources: { requests, limits } }: KubernetesObject) =>
        requests.cpu && requests.memory && limits.cpu && limits.memory,
    ),
    'mounts a secret where a change is not seen': containers.every(
      ({ volumeMounts = [] }: KubernetesObject) =>
        volumeMounts.every((mount: KubernetesObject) => !mount.subPath && mount.readOnly),
    ),
    'has settings outside of the ConfigMap': containers.every(
      ({ env, name }: KubernetesObject) => !env || name === 'issuer',
    ),
  });
}

function isRestricted({ securityContext }: KubernetesObject): boolean {
  return (
    securityContext.allowPrivilegeEscalation === false &&
    securityContext.readOnlyRootFilesystem === true &&
    securityContext.privileged !== true &&
    JSON.stringify(securityContext.capabilities) === '{"drop":["ALL"]}'
  );
}

export function deploymentFaults(objects: readonly KubernetesObject[]): string[] {
  const { spec } = one(objects, 'Deployment');
  const pod = spec.template.spec;
  const [container] = pod.containers;
  const settings = settingsOf(objects);
  const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
    (name) => container[name]?.httpGet ?? {},
  );
  return broken('Deployment', {
    'probes what the API does not serve': probes.every(({ path }) => SERVED.includes(path)),
    'probes a port that it does not have': probes.every(({ port }) => portOf(container, port)),
    'listens elsewhere': portOf(container, 'http') === Number(settings['PORT']),
    'is measured elsewhere': portOf(container, 'metrics') === Number(settings['METRICS_PORT']),
    'is killed before it has drained':
      pod.terminationGracePeriodSeconds > Number(settings['DRAIN_SECONDS']) + 20,
    'serves with fewer pods during a rollout': spec.strategy.rollingUpdate.maxUnavailable === 0,
    'may sit in one zone': pod.topologySpreadConstraints.some(
      ({ topologyKey }: KubernetesObject) => topologyKey === 'topology.kubernetes.io/zone',
    ),
    'reads the settings of another revision': configMapsOf(pod).every(
      (name) => /-[0-9a-f]{8}$/.test(name) && isImmutable(objects, name),
    ),
    'passes a rollout as soon as it is ready':
      spec.minReadySeconds >= 10 && spec.minReadySeconds < spec.progressDeadlineSeconds,
    'stops by a shell that the image lacks': container.lifecycle === undefined,
  });
}

function configMapsOf({ containers, volumes }: KubernetesObject): string[] {
  const sources = [...containers[0].envFrom, ...volumes];
  return sources.flatMap(({ configMapRef, configMap }) => (configMapRef ?? configMap)?.name ?? []);
}

function isImmutable(objects: readonly KubernetesObject[], name: string): boolean {
  return all(objects, 'ConfigMap').some(
    ({ metadata, immutable }) => metadata.name === name && immutable === true,
  );
}
