import { ClusterSecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore';
import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { Probe } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Probe';
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Pod } from 'kubernetes-models/v1/Pod';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import type { KubernetesObject } from './helm.js';
import { httpRouteFaults } from './http-route-schema.js';

const MODELS = [
  ClusterSecretStore,
  ConfigMap,
  CronJob,
  Deployment,
  ExternalSecret,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  NetworkPolicy,
  Pod,
  PodDisruptionBudget,
  Probe,
  PrometheusRule,
  ScaledObject,
  Secret,
  Service,
  ServiceAccount,
  ServiceMonitor,
];

/** Violations of the schema of the object's kind: missing fields, wrong types, unknown fields. */
export function schemaFaults(object: KubernetesObject): string[] {
  const model = MODELS.find(
    ({ apiVersion, kind }) => apiVersion === object.apiVersion && kind === object.kind,
  );
  if (object.kind === 'HTTPRoute') return httpRouteFaults(object);
  if (!model) return [`no schema for ${object.apiVersion} ${object.kind}`];
  const unread = new UnreadFields();
  // Called on the object itself, because an instance of the model would be a copy that read every field.
  const faults = validationErrors(() => model.prototype.validate.call(unread.watch(object)));
  return [...faults, ...unread.paths.map((path) => `${path} is unknown`)];
}

function validationErrors(validate: () => void): string[] {
  try {
    validate();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/**
 * Records which fields of an object are read. A compiled validator reads exactly the fields of its schema,
 * so the fields it does not read are unknown; the validators alone do not report these.
 */
class UnreadFields {
  private readonly looks: (() => string[])[] = [];

  get paths(): string[] {
    return this.looks.flatMap((look) => look());
  }

  watch<T>(value: T, path = ''): T {
    if (Array.isArray(value)) {
      return value.map((item, index) => this.watch(item, `${path}/${index}`)) as T;
    }
    if (value === null || typeof value !== 'object') return value;
    const fields = Object.entries(value);
    const watched = Object.fromEntries(
      fields.map(([name, field]) => [name, this.watch(field, `${path}/${name}`)]),
    );
    return this.watchFields(watched, path) as T;
  }

  private watchFields(fields: Record<string, unknown>, path: string): unknown {
    const read = new Set<string | symbol>();
    let free = false;
    this.looks.push(() =>
      free || read.size === 0
        ? []
        : Object.keys(fields)
            .filter((name) => !read.has(name))
            .map((name) => `${path}/${name}`),
    );
    return new Proxy(fields, {
      get: (target, name) => {
        read.add(name);
        return Reflect.get(target, name) as unknown;
      },
      // A map with arbitrary keys, such as labels, is iterated.
      ownKeys: (target) => {
        free = true;
        return Reflect.ownKeys(target);
      },
    });
  }
}
