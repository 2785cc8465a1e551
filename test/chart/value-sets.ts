import type { RenderOptions } from '../support/tools/helm.js';

export const ENVIRONMENTS = ['test', 'staging', 'prod-eu', 'prod-us'];
const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const PRIVATE = [{ ipBlock: { cidr: '10.1.0.0/16' } }];

/** Valid value sets beyond the shipped environments. */
const VARIATIONS: Readonly<Record<string, RenderOptions>> = {
  'a fixed number of pods': at('prod-eu', { 'autoscaling.enabled': false, replicaCount: 7 }),
  'autoscaling by requests per second': at('prod-eu', {
    'autoscaling.requestsPerSecond.enabled': true,
  }),
  'no Redis': at('prod-eu', { 'secrets.names': ['ACCWEA_TOKEN'], 'networkPolicy.redis.to': [] }),
  'Redis with its own certificate authority': at('prod-us', {
    'redis.ca': CA,
    'config.REDIS_CLUSTER': true,
  }),
  'every secret from an existing Secret': at('staging', {
    'secrets.from': 'existing',
    'secrets.names': ['ACCWEA_TOKEN', 'REDIS_URL', 'OPEN_METEO_API_KEY', 'SENTRY_DSN'],
  }),
  'an image by digest': at('prod-eu', { 'image.digest': `sha256:${'0f'.repeat(32)}` }),
  'issuer, Sentry, collector and fallback': at('prod-eu', {
    'networkPolicy.issuer.to': PRIVATE,
    'networkPolicy.sentry.to': PRIVATE,
    'networkPolicy.telemetry.to': PRIVATE,
    'traces.enabled': true,
    'sentry.enabled': true,
    'secrets.names': ['ACCWEA_TOKEN', 'REDIS_URL', 'SENTRY_DSN'],
    'config.OTEL_EXPORTER_OTLP_ENDPOINT': 'http://collector.observability:4318',
    'config.OTEL_TRACES_SAMPLER': 'parentbased_traceidratio',
    'config.OTEL_TRACES_SAMPLER_ARG': '0.01',
    'config.FALLBACK_PROVIDER': 'open-meteo',
    'config.ALERT_FEEDS': 'nws,met-norway',
    'config.ALERT_FEEDS_CONTACT': 'ops@example.com',
    'config.WINDOWS': 'conditions=900/300/21600;daily=7200/3600/259200',
  }),
  'no ingress sources': at('test', {
    'networkPolicy.ingressFrom': [],
    'networkPolicy.metricsFrom': [],
    'networkPolicy.https.exceptCidrs': [],
  }),
  'pods and destinations with IPv6 only': at('prod-eu', {
    'config.HOST': '::',
    'networkPolicy.redis.to': [
      { ipBlock: { cidr: 'fd00:30:4::/64', except: ['fd00:30:4::1/128'] } },
    ],
    'networkPolicy.https.exceptCidrs': ['fc00::/7'],
  }),
  'no optional parts': at('test', {
    'ingress.enabled': false,
    'networkPolicy.enabled': false,
    'secrets.names': ['ACCWEA_TOKEN'],
    'budget.dailyCalls': null,
  }),
  'dedicated nodes': at('prod-eu', {
    nodeSelector: { pool: 'api' },
    tolerations: [{ key: 'pool', operator: 'Equal', value: 'api', effect: 'NoSchedule' }],
    priorityClassName: 'business-critical',
  }),
  'a long name': {
    ...at('prod-eu'),
    release: 'the-weather-of-the-watches-of-the-whole-wide-world',
  },
  'names and options of their own': at('prod-eu', {
    fullnameOverride: 'weather',
    podAnnotations: { 'example.com/team': 'weather' },
    imagePullSecrets: [{ name: 'registry' }],
    affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
    topologySpread: [
      {
        topologyKey: 'topology.kubernetes.io/zone',
        maxSkew: 2,
        whenUnsatisfiable: 'DoNotSchedule',
      },
    ],
    'image.tag': '0f'.repeat(20),
  }),
  'more pods at certain times': at('prod-eu', {
    'autoscaling.schedule': [
      { timezone: 'Europe/Paris', start: '0 6 * * *', end: '0 9 * * *', replicas: 12 },
    ],
  }),
  "a snapshot of the issuer's keys": at('prod-eu', { 'issuerKeys.jwks': '{"keys":[]}' }),
  'a real issuer and provider in test': at('test', {
    'development.enabled': false,
    'config.OIDC_ISSUER': 'https://issuer.example',
  }),
  'a budget beyond 32 bits': at('prod-eu', { 'budget.monthlyCalls': 900_000_000_000 }),
  'a Gateway instead of an Ingress': at('prod-eu', {
    'ingress.enabled': false,
    'gateway.enabled': true,
    'gateway.parentRefs': [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
  }),
  'a Gateway beside the Ingress, with the documentation': at('staging', {
    'gateway.enabled': true,
    'gateway.parentRefs': [{ name: 'public' }],
  }),
  'a count of calls and a limit in money': at('prod-us', {
    'budget.spent': '2026-11=31000000',
    'budget.sharePercent': 100,
    'monitoring.prometheusRule.monthlyCost': 25_000,
  }),
  'a larger load test': at('staging', {
    'loadTest.maxUpstreamCalls': 2_000_000,
  }),
  'a single pod': at('test', { 'podDisruptionBudget.enabled': true, 'smoke.enabled': true }),
};

/** The four environments and the variations. */
export const CASES: readonly (readonly [string, RenderOptions])[] = [
  ...ENVIRONMENTS.map((name): [string, RenderOptions] => [name, at(name)]),
  ...Object.entries(VARIATIONS),
];

/** Render options for an environment and further values. */
export function at(
  environment: string,
  set: Readonly<Record<string, unknown>> = {},
): RenderOptions {
  return { environment, set };
}
