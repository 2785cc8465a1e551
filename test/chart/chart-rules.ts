import type { KubernetesObject } from '../support/tools/helm.js';
import { deploymentFaults, podFaults } from './pod-rules.js';
import { settingFaults } from './setting-rules.js';
import { egressFaults, routeFaults, selectorFaults } from './traffic-rules.js';

const LABELS = ['name', 'instance', 'component', 'version', 'part-of', 'managed-by'];

/** Violations of this project's own rules for rendered objects, one sentence each. */
export function chartRuleFaults(objects: readonly KubernetesObject[]): string[] {
  return [
    ...objects.flatMap(labelFaults),
    ...objects.flatMap(podFaults),
    ...deploymentFaults(objects),
    ...routeFaults(objects),
    ...egressFaults(objects),
    ...selectorFaults(objects),
    ...settingFaults(objects),
  ];
}

function labelFaults({ kind, metadata }: KubernetesObject): string[] {
  const missing = LABELS.filter((label) => !metadata.labels?.[`app.kubernetes.io/${label}`]);
  return missing.map((label) => `${kind} has no label ${label}`);
}
