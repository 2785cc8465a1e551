import { LOG_LEVELS } from '@app/observability/create-logger.js';
import { InvalidConfigError } from './invalid-config.error.js';
import * as is from './parsers.js';
import { redisUrl } from './redis-url.js';
import {
  required,
  requiredSecret,
  secret,
  setting,
  type Environment,
  type Setting,
} from './setting.js';
import { parseWindows, type Windows } from './windows.js';

const MAX_COUNT = 1_000_000_000_000;
const word = is.matching(/^[A-Za-z0-9._:/-]{1,100}$/, 'a word of at most 100 characters');
const headerSafe = is.matching(/^[\x21-\x7e]+$/, 'printable ASCII without spaces');
const defaultGrid = is.cellGrid('metres:1000');
const noWindows: Windows = {};
const noOrigins: readonly string[] = [];
const noFeeds: readonly ('nws' | 'met-norway')[] = [];
/** OpenTelemetry's samplers that respect the sampling decision of the parent span. */
const SAMPLERS = ['parentbased_always_on', 'parentbased_traceidratio'] as const;

/** Every variable the service reads. */
const SETTINGS = {
  env: setting('ENV', is.oneOf('dev', 'test', 'staging', 'prod'), 'dev'),
  region: setting('REGION', word, 'local'),
  host: setting('HOST', is.ipAddress, undefined),
  port: setting('PORT', is.integer(0, 65_535), 3000),
  metricsPort: setting('METRICS_PORT', is.integer(0, 65_535), 9464),
  drainSeconds: setting('DRAIN_SECONDS', is.integer(0, 600), 5),
  corsOrigins: setting('CORS_ORIGINS', is.origins, noOrigins),
  oidcIssuer: required('OIDC_ISSUER', is.trustedUrl),
  oidcAudience: setting('OIDC_AUDIENCE', word, 'mfapi'),
  oidcScope: setting('OIDC_SCOPE', word, 'weather:read'),
  oidcClockToleranceSeconds: setting('OIDC_CLOCK_TOLERANCE_SECONDS', is.integer(0, 300), 30),
  probeClients: setting('PROBE_CLIENTS', is.words, ['mfapi-smoke']),
  oidcJwks: setting('OIDC_JWKS_FILE', is.keySetFile, undefined),
  tokenCacheMaxEntries: setting('TOKEN_CACHE_MAX_ENTRIES', is.integer(1, 1_000_000), 100_000),
  accweaUrl: setting('ACCWEA_URL', is.trustedUrl, 'https://dataservice.accuweather.com'),
  accweaToken: requiredSecret('ACCWEA_TOKEN', headerSafe),
  accweaAuth: setting('ACCWEA_AUTH', is.oneOf('bearer', 'query'), 'bearer'),
  accweaDailyBudget: setting('ACCWEA_DAILY_BUDGET', is.integer(0, MAX_COUNT), undefined),
  accweaMonthlyBudget: setting('ACCWEA_MONTHLY_BUDGET', is.integer(0, MAX_COUNT), undefined),
  budgetSpent: setting('BUDGET_SPENT', is.monthCount, undefined),
  budgetMaxPods: setting('BUDGET_MAX_PODS', is.integer(1, 10_000), 20),
  windows: setting('WINDOWS', parseWindows, noWindows),
  idleWindowSeconds: setting('IDLE_WINDOW_SECONDS', is.integer(0, 21_600), 0),
  redisUrl: secret('REDIS_URL', redisUrl),
  redisTimeoutMs: setting('REDIS_TIMEOUT_MS', is.integer(10, 1_000), 50),
  redisCa: setting('REDIS_CA_FILE', is.fileText, undefined),
  redisCluster: setting('REDIS_CLUSTER', is.flag, false),
  placeKeys: setting('PLACE_KEYS', is.oneOf('place', 'city'), 'place'),
  inferPlaces: setting('INFER_PLACES', is.flag, false),
  l1MaxEntries: setting('L1_MAX_ENTRIES', is.integer(1, 1_000_000), 40_000),
  cellGrid: setting('CELL_GRID', is.cellGrid, defaultGrid),
  fallbackProvider: setting('FALLBACK_PROVIDER', is.oneOf('none', 'open-meteo'), 'none'),
  openMeteoUrl: setting('OPEN_METEO_URL', is.trustedUrl, undefined),
  openMeteoApiKey: secret('OPEN_METEO_API_KEY', headerSafe),
  alertFeeds: setting('ALERT_FEEDS', is.someOf('nws', 'met-norway'), noFeeds),
  alertFeedsContact: setting('ALERT_FEEDS_CONTACT', is.contact, undefined),
  nwsUrl: setting('NWS_URL', is.trustedUrl, 'https://api.weather.gov'),
  metNorwayUrl: setting('MET_NORWAY_URL', is.trustedUrl, 'https://api.met.no'),
  rateLimitPerMinute: setting('RATE_LIMIT_PER_MINUTE', is.integer(1, 1_000_000), 60),
  missLimitPerHour: setting('MISS_LIMIT_PER_HOUR', is.integer(1, 1_000_000), 120),
  refreshLimitPerHour: setting('REFRESH_LIMIT_PER_HOUR', is.integer(1, 1_000_000), 120),
  pilotPercent: setting('PILOT_PERCENT', is.integer(0, 100), 100),
  docsEnabled: setting('DOCS_ENABLED', is.flag, undefined),
  publicUrl: setting('PUBLIC_URL', is.trustedUrl, undefined),
  logLevel: setting('LOG_LEVEL', is.oneOf(...LOG_LEVELS), 'info'),
  accessLogSample: setting('ACCESS_LOG_SAMPLE', is.share, 1),
  sentryDsn: secret('SENTRY_DSN', is.dsn),
  otlpEndpoint: setting('OTEL_EXPORTER_OTLP_ENDPOINT', is.collectorUrl, undefined),
  tracesSampler: setting('OTEL_TRACES_SAMPLER', is.oneOf(...SAMPLERS), SAMPLERS[0]),
  tracesSamplerArg: setting('OTEL_TRACES_SAMPLER_ARG', is.share, 1),
} as const satisfies Record<string, Setting<unknown>>;

type Read = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};

/** The names of all variables; a secret `X` may also be given as `X_FILE`. */
export const SETTING_NAMES: readonly string[] = Object.values(SETTINGS).map(({ name }) => name);

/** The environment as one typed, validated, immutable object. */
export type Config = Readonly<Omit<Read, 'docsEnabled'> & { docsEnabled: boolean }>;

/**
 * Reads and validates the whole environment.
 * @throws InvalidConfigError listing every invalid variable, not only the first
 */
export function loadConfig(environment: Environment): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, { name, read }] of Object.entries(SETTINGS)) {
    try {
      values[key] = read(environment);
    } catch (error) {
      faults.push(`${name} ${(error as Error).message}`);
    }
  }
  faults.push(...missingWith(values));
  if (faults.length > 0) throw new InvalidConfigError(faults);
  const read = values as Read;
  return Object.freeze({ ...read, docsEnabled: read.docsEnabled ?? read.env !== 'prod' });
}

/** Faults of settings that need each other. */
function missingWith({ alertFeeds, alertFeedsContact }: Partial<Read>): string[] {
  // Undefined when the list itself is invalid.
  if (!alertFeeds?.length || alertFeedsContact) return [];
  return [
    'ALERT_FEEDS_CONTACT must be set with ALERT_FEEDS: the feeds refuse calls without a contact in the User-Agent',
  ];
}
