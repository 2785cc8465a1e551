import { parseAllDocuments, stringify } from 'yaml';
import { outputOf } from './pod.js';

export interface ManifestOptions {
  /** URL. */
  readonly issuer: string;
  /** URL. */
  readonly upstream: string;
  /** The provider's key. */
  readonly key: string;
  /** With its tag. */
  readonly image: string;
}

/** The used part of a Kubernetes object. */
interface KubernetesObject {
  readonly kind: string;
  readonly spec?: { readonly template: { readonly spec: { readonly containers: Container[] } } };
}
interface Container {
  ports?: unknown;
}

/**
 * The objects of the chart that podman can run, rendered with the values of production, and a Secret like that of
 * External Secrets.
 * @param helm path of the binary
 */
export function manifest(helm: string, { key, ...options }: ManifestOptions): string {
  const chart = ['template', 'mfapi', 'helm/mfapi', '--values', 'helm/mfapi/values-prod-eu.yaml'];
  const rendered = outputOf(helm, [...chart, ...settings(options)]);
  const objects = parseAllDocuments(rendered, { version: '1.1' })
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object?.kind === 'ConfigMap' || object?.kind === 'Deployment');
  // With host networking podman rejects the ports that a Deployment declares.
  for (const container of objects.flatMap((object) => object?.spec?.template.spec.containers ?? []))
    delete container.ports;
  const data = { 'accwea-token': Buffer.from(key).toString('base64') };
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'mfapi' }, data };
  return [secret, ...objects].map((object) => stringify(object)).join('---\n');
}

function settings({ issuer, upstream, image }: Omit<ManifestOptions, 'key'>): string[] {
  const [repository = '', tag = ''] = image.split(':');
  const values = {
    'config.OIDC_ISSUER': issuer,
    'config.ACCWEA_URL': upstream,
    'image.repository': repository,
    'image.tag': tag,
    'image.pullPolicy': 'Never',
    'secrets.from': 'existing',
    'secrets.names': '{ACCWEA_TOKEN}',
    drainSeconds: '3',
    // All of the load comes from one user, who is not in the pilot group of production.
    'config.RATE_LIMIT_PER_MINUTE': '1000000',
    'config.PILOT_PERCENT': '100',
  };
  return Object.entries(values).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
}
