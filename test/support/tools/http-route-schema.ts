import { Ajv } from 'ajv';
import type { KubernetesObject } from './helm.js';

const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const list = (items: object, maxItems: number) => ({ type: 'array', minItems: 1, maxItems, items });
const text = { type: 'string', minLength: 1 };

/**
 * The part of the Gateway API's HTTPRoute that the chart may use, with the limits of its CRD.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
const SCHEMA = object(['apiVersion', 'kind', 'metadata', 'spec'], {
  apiVersion: { const: 'gateway.networking.k8s.io/v1' },
  kind: { const: 'HTTPRoute' },
  metadata: { type: 'object' },
  spec: object(['parentRefs', 'hostnames', 'rules'], {
    parentRefs: list(object(['name'], { name: text, namespace: text, sectionName: text }), 32),
    hostnames: list(text, 16),
    rules: list(
      object(['matches', 'backendRefs'], {
        matches: list(
          object(['path'], {
            path: object(['type', 'value'], {
              type: { enum: ['Exact', 'PathPrefix'] },
              value: { type: 'string', pattern: '^/' },
            }),
          }),
          64,
        ),
        backendRefs: list(object(['name', 'port'], { name: text, port: { type: 'integer' } }), 16),
      }),
      16,
    ),
  }),
});

const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

/** Violations of that schema, which no package of models has. */
export function httpRouteFaults(route: KubernetesObject): string[] {
  validate(route);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
