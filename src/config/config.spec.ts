import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig, type Config } from './config.js';
import { InvalidConfigError } from './invalid-config.error.js';

const REQUIRED = { OIDC_ISSUER: 'https://issuer.test', ACCWEA_TOKEN: 'key-from-the-vendor' };

const load = (environment: Record<string, string | undefined> = {}): Config =>
  loadConfig({ ...REQUIRED, ...environment });

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfigError) return error.faults;
    throw error;
  }
}

const faultOf = (environment: Record<string, string | undefined>): string => {
  const faults = faultsOf({ ...REQUIRED, ...environment });
  expect(faults).toHaveLength(1);
  return faults[0] as string;
};

let directory: string;
const fileWith = (text: string): string => {
  const file = join(directory, 'secret');
  writeFileSync(file, text);
  return file;
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('loadConfig', () => {
  it('requires an issuer and a provider key, and has defaults for the rest', () => {
    const { accweaToken, cellGrid, ...rest } = load();

    expect(accweaToken.reveal()).toBe('key-from-the-vendor');
    expect(cellGrid.cellAt({ latitude: 0, longitude: 0 }).id).toMatch(/^m1000\//);
    expect(rest).toEqual({
      env: 'dev',
      region: 'local',
      host: undefined,
      port: 3000,
      metricsPort: 9464,
      drainSeconds: 5,
      oidcIssuer: 'https://issuer.test',
      oidcAudience: 'mfapi',
      oidcScope: 'weather:read',
      oidcClockToleranceSeconds: 30,
      accweaUrl: 'https://dataservice.accuweather.com',
      accweaAuth: 'bearer',
      budgetMaxPods: 20,
      probeClients: ['mfapi-smoke'],
      tokenCacheMaxEntries: 100_000,
      idleWindowSeconds: 0,
      placeKeys: 'place',
      inferPlaces: false,
      l1MaxEntries: 40_000,
      windows: {},
      redisTimeoutMs: 50,
      redisCluster: false,
      fallbackProvider: 'none',
      alertFeeds: [],
      alertFeedsContact: undefined,
      nwsUrl: 'https://api.weather.gov',
      metNorwayUrl: 'https://api.met.no',
      rateLimitPerMinute: 60,
      missLimitPerHour: 120,
      refreshLimitPerHour: 120,
      pilotPercent: 100,
      docsEnabled: true,
      publicUrl: undefined,
      corsOrigins: [],
      logLevel: 'info',
      accessLogSample: 1,
      tracesSampler: 'parentbased_always_on',
      tracesSamplerArg: 1,
    });
  });

  it('parses each variable into a value of its type', () => {
    expect(
      load({
        PORT: '0',
        ACCWEA_AUTH: 'query',
        ACCWEA_DAILY_BUDGET: '450',
        WINDOWS: 'alerts=1/2/3',
        REDIS_URL: 'rediss://redis.test:6380',
        REDIS_TIMEOUT_MS: '200',
        REDIS_CLUSTER: 'true',
        LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      port: 0,
      accweaAuth: 'query',
      accweaDailyBudget: 450,
      windows: { alerts: { freshForMs: 1000, revalidateForMs: 2000, errorForMs: 3000 } },
      redisTimeoutMs: 200,
      redisCluster: true,
      logLevel: 'debug',
    });
  });

  it('returns an immutable object', () => {
    expect(() => Object.assign(load(), { port: 1 })).toThrow(TypeError);
  });

  it('treats an empty variable as absent', () => {
    const empty = ['PORT', 'ENV', 'WINDOWS', 'CELL_GRID', 'REDIS_URL', 'DOCS_ENABLED'];

    expect(inspect(load(Object.fromEntries(empty.map((name) => [name, '']))))).toBe(
      inspect(load()),
    );
    expect(faultsOf({ ...REQUIRED, OIDC_ISSUER: '' })).toEqual(['OIDC_ISSUER is required']);
    expect(load({ ACCWEA_TOKEN_FILE: '' }).accweaToken.reveal()).toBe(REQUIRED.ACCWEA_TOKEN);
  });

  it('reports every invalid variable in one error', () => {
    const environment = { ENV: 'production', PORT: '70000', ACCWEA_AUTH: 'key', PILOT_PERCENT: '' };

    const faults = faultsOf(environment);

    expect(faults).toEqual([
      'ENV must be one of dev, test, staging, prod, not "production"',
      'PORT must be a whole number from 0 to 65535, not "70000"',
      'OIDC_ISSUER is required',
      'ACCWEA_TOKEN is required (or ACCWEA_TOKEN_FILE)',
      'ACCWEA_AUTH must be one of bearer, query, not "key"',
    ]);
    for (const fault of faults) expect(() => loadConfig(environment)).toThrow(fault);
  });
});

describe('loadConfig: ENV', () => {
  it.each([
    ['dev', true],
    ['test', true],
    ['staging', true],
    ['prod', false],
  ])('%s changes only the default of DOCS_ENABLED', (env, docsEnabled) => {
    const asInDev = inspect({ ...load(), env, docsEnabled });

    expect(inspect({ ...load({ ENV: env }) })).toBe(asInDev);
  });

  it.each([
    ['prod', 'true', true],
    ['dev', 'false', false],
  ])('%s respects DOCS_ENABLED=%s', (env, given, expected) => {
    expect(load({ ENV: env, DOCS_ENABLED: given }).docsEnabled).toBe(expected);
  });

  it.each(['dev', 'test', 'staging', 'prod'])(
    '%s accepts http on loopback and a missing Redis',
    (env) => {
      expect(load({ ENV: env, ACCWEA_URL: 'http://127.0.0.1:4000' })).toMatchObject({ env });
    },
  );
});

describe('loadConfig: whole numbers', () => {
  it.each(['0', '1', '65535', '0080'])('accepts a PORT of %s', (given) => {
    expect(load({ PORT: given }).port).toBe(Number(given));
  });

  it.each([
    '-1',
    '65536',
    '3000.5',
    '3e3',
    '0x10',
    ' 3000',
    '٣',
    'NaN',
    'Infinity',
    '1'.repeat(400),
  ])('rejects a PORT of "%s"', (given) => {
    expect(faultOf({ PORT: given })).toContain('PORT must be a whole number from 0 to 65535');
  });

  it.each([
    ['BUDGET_MAX_PODS', '0'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['PILOT_PERCENT', '101'],
    ['DRAIN_SECONDS', '-5'],
    ['OIDC_CLOCK_TOLERANCE_SECONDS', '301'],
    ['TOKEN_CACHE_MAX_ENTRIES', '0'],
    ['TOKEN_CACHE_MAX_ENTRIES', '1000001'],
  ])('rejects the out-of-range value %s=%s', (name, given) => {
    expect(faultOf({ [name]: given })).toContain(`${name} must be a whole number`);
  });
});

describe('loadConfig: trusted URLs', () => {
  it.each([
    'https://host',
    'https://host:8443/base/',
    'http://localhost:4000',
    'http://issuer.localhost',
    'http://127.0.0.1',
    'http://127.255.0.9:1',
    'http://[::1]:4000',
  ])('accepts %s unchanged', (url) => {
    expect(load({ OIDC_ISSUER: url }).oidcIssuer).toBe(url);
  });

  it.each([
    'http://host',
    'http://127.0.0.1.evil.test',
    'http://localhost.evil.test',
    'http://localhost@evil.test',
    'http://notlocalhost',
    'http://0.0.0.0',
    'http://[::2]',
    'http://10.0.0.1',
    'ftp://localhost',
    'redis://localhost',
    'host',
    '//host',
    'https://',
    'https://user@host',
    'https://user:pass@host',
    'https://:pass@host',
    'https://host?x=1',
    'https://host?',
    'https://host#x',
    'https://host/#',
    ' https://host',
    'https://host\n',
  ])('rejects %s', (url) => {
    expect(faultOf({ ACCWEA_URL: url })).toMatch(/^ACCWEA_URL must be/);
  });
});

describe('loadConfig: HOST', () => {
  it.each(['::', '0.0.0.0', '127.0.0.1', '::1', 'fd00::2', 'fe80::1%eth0'])(
    'accepts %s',
    (host) => {
      expect(load({ HOST: host }).host).toBe(host);
    },
  );

  it('is every address when empty', () => {
    expect(load({ HOST: '' }).host).toBeUndefined();
  });

  it.each(['[::]', 'localhost', 'x86_64-conda-linux-gnu', '0.0.0', '::/0', '*'])(
    'rejects %s',
    (host) => {
      expect(faultOf({ HOST: host })).toMatch(/^HOST must be an IP address/);
    },
  );
});

describe('loadConfig: ALERT_FEEDS', () => {
  const CONTACT = { ALERT_FEEDS_CONTACT: 'ops@example.com' };

  it.each([
    ['nws', ['nws']],
    ['met-norway,nws', ['met-norway', 'nws']],
    ['nws, met-norway', ['nws', 'met-norway']],
  ])('accepts %s', (given, expected) => {
    expect(load({ ...CONTACT, ALERT_FEEDS: given }).alertFeeds).toEqual(expected);
  });

  it.each(['none', 'nws,', 'nws,nws', 'NWS', 'nws met-norway'])('rejects %j', (given) => {
    expect(faultOf({ ...CONTACT, ALERT_FEEDS: given })).toContain(
      'ALERT_FEEDS must be different words of nws, met-norway, separated by commas',
    );
  });

  it('needs a contact, and only then', () => {
    expect(faultOf({ ALERT_FEEDS: 'nws' })).toMatch(/^ALERT_FEEDS_CONTACT must be set/);
    expect(load({ ALERT_FEEDS: '' })).toMatchObject({ alertFeeds: [] });
  });

  it.each(['ops@example.com', 'weather+alerts@mail.example.com', 'https://example.com/contact'])(
    'accepts the contact %s',
    (contact) => {
      expect(load({ ALERT_FEEDS_CONTACT: contact }).alertFeedsContact).toBe(contact);
    },
  );

  it.each(['ops', 'ops@example', 'http://example.com', 'ops@example.com\r\nhost: x', 'a@b.c (x)'])(
    'rejects the contact %j, with which no one can be reached',
    (contact) => {
      expect(faultOf({ ALERT_FEEDS_CONTACT: contact })).toMatch(
        /^ALERT_FEEDS_CONTACT must be a mail/,
      );
    },
  );
});

describe('loadConfig: SENTRY_DSN', () => {
  it.each(['https://key@o1.ingest.sentry.io/4711', 'http://key@sentry.internal:9000/base/1'])(
    'accepts %s',
    (dsn) => {
      expect(load({ SENTRY_DSN: dsn }).sentryDsn?.reveal()).toBe(dsn);
    },
  );

  it.each([
    'https://o1.ingest.sentry.io/4711',
    'https://key@sentry.io',
    'https://key@sentry.io/name',
    // The SDK silently treats it as missing.
    'https://public-key@sentry.io/1',
    'ftp://key@sentry.io/1',
  ])('rejects %s, to which the SDK would send nothing', (dsn) => {
    expect(faultOf({ SENTRY_DSN: dsn })).toBe('SENTRY_DSN must be like https://key@host/1');
  });
});

describe('loadConfig: OpenTelemetry', () => {
  it.each(['http://collector:4318', 'https://collector/base/'])(
    'accepts the collector URL %s',
    (url) => {
      expect(load({ OTEL_EXPORTER_OTLP_ENDPOINT: url }).otlpEndpoint).toBe(url);
    },
  );

  it.each(['collector:4318', 'grpc://collector', 'https://collector?key=x', 'https://a b'])(
    'rejects the collector URL %s',
    (url) => {
      expect(faultOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url })).toMatch(/^OTEL_EXPORTER_OTLP_ENDPOINT/);
    },
  );

  it.each(['0', '0.01', '1', '1.0'])('accepts a sampling ratio of %s', (share) => {
    expect(load({ OTEL_TRACES_SAMPLER_ARG: share }).tracesSamplerArg).toBe(Number(share));
  });

  it.each(['-1', '1.1', '50%', '.5', '0,5', 'NaN'])('rejects a sampling ratio of %s', (share) => {
    expect(faultOf({ OTEL_TRACES_SAMPLER_ARG: share })).toMatch(/^OTEL_TRACES_SAMPLER_ARG must/);
  });

  it('rejects a sampler that ignores the parent span', () => {
    expect(faultOf({ OTEL_TRACES_SAMPLER: 'always_on' })).toMatch(/^OTEL_TRACES_SAMPLER must be/);
  });
});

describe('loadConfig: ACCESS_LOG_SAMPLE', () => {
  it.each(['0', '0.01', '1', '1.0'])('accepts a share of %s', (share) => {
    expect(load({ ACCESS_LOG_SAMPLE: share }).accessLogSample).toBe(Number(share));
  });

  it.each(['-1', '1.1', '50%', '.5', '0,5', 'NaN'])('rejects a share of %s', (share) => {
    expect(faultOf({ ACCESS_LOG_SAMPLE: share })).toMatch(/^ACCESS_LOG_SAMPLE must be a number/);
  });
});

describe('loadConfig: error messages', () => {
  it.each([
    ['OIDC_ISSUER', 'https://user:hunter2@host'],
    ['OIDC_ISSUER', 'https:/user:hunter2@host'],
    ['ACCWEA_URL', 'https:host?apikey=hunter2'],
    ['ACCWEA_URL', 'user:hunter2@host'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'redis://:hunter2@host'],
    ['CELL_GRID', 'redis://:hunter2@host'],
    ['WINDOWS', 'https://host/?key=hunter2'],
  ])('do not repeat a URL given as %s', (name, given) => {
    expect(faultOf({ [name]: given })).not.toContain('hunter2');
  });

  it.each([
    ['ACCWEA_TOKEN', 'hunter2 and more'],
    ['ACCWEA_TOKEN', 'hunter2\nhost: evil.test'],
    ['ACCWEA_TOKEN', 'hunter2é'],
    ['REDIS_URL', 'hunter2'],
    ['REDIS_URL', 'http://:hunter2@host'],
    ['SENTRY_DSN', 'hunter2'],
    ['OPEN_METEO_API_KEY', 'hunter2 2'],
  ])('do not repeat a secret given as %s', (name, given) => {
    expect(faultOf({ [name]: given })).not.toContain('hunter2');
    expect(faultOf({ [name]: '', [`${name}_FILE`]: fileWith(given) })).not.toContain('hunter2');
  });

  it('list the accepted grids and quote the invalid grid once', () => {
    const fault = faultOf({ CELL_GRID: 'metres:1' });

    expect(fault).toMatch(/metres:N.*degrees:D/);
    expect(fault.split('metres:1"')).toHaveLength(2);
  });
});

describe('loadConfig: secrets', () => {
  it('reads a secret from a file', () => {
    const { accweaToken } = load({ ACCWEA_TOKEN: '', ACCWEA_TOKEN_FILE: fileWith('hunter2\n') });

    expect(accweaToken.reveal()).toBe('hunter2');
  });

  it('rejects a secret that is given both directly and as a file', () => {
    expect(faultOf({ ACCWEA_TOKEN_FILE: fileWith('hunter2') })).toBe(
      'ACCWEA_TOKEN is given twice: unset ACCWEA_TOKEN or ACCWEA_TOKEN_FILE',
    );
  });

  it('rejects a missing secret file without repeating its path', () => {
    const file = join(directory, 'nowhere');

    const fault = faultOf({ REDIS_URL_FILE: file });
    expect(fault).toContain('REDIS_URL cannot be read from its file: ENOENT');
    // It may be the secret itself, set in the wrong variable.
    expect(fault).not.toContain(file);
  });

  it('rejects a directory as a secret file', () => {
    expect(faultOf({ REDIS_URL_FILE: directory })).toContain('REDIS_URL cannot be read from');
  });

  it('rejects an empty secret file', () => {
    expect(faultOf({ SENTRY_DSN_FILE: fileWith('\n') })).toContain('the file is empty');
  });

  it('returns a config that does not print its secrets', () => {
    const config = load({
      ACCWEA_TOKEN: 'hunter2',
      REDIS_URL: 'redis://:hunter2@host',
      SENTRY_DSN: 'https://hunter2@host/1',
      OPEN_METEO_API_KEY: 'hunter2',
    });

    const printed = [
      inspect(config, { depth: Infinity, showHidden: true }),
      inspect(config, { depth: Infinity, customInspect: false }),
      JSON.stringify(config),
      String(config.accweaToken),
      String(config.redisUrl),
    ].join();
    expect(printed).not.toContain('hunter2');
  });
});

describe('loadConfig: PROBE_CLIENTS', () => {
  it('lists clients, separated by commas', () => {
    expect(load({ PROBE_CLIENTS: 'smoke, 4f1c-load' }).probeClients).toEqual([
      'smoke',
      '4f1c-load',
    ]);
    expect(faultOf({ PROBE_CLIENTS: 'a,,b' })).toContain('separated by commas');
  });
});

const withFile = (text: string): Record<string, string> => {
  const file = join(directory, 'jwks.json');
  writeFileSync(file, text);
  return { OIDC_JWKS_FILE: file };
};

describe('loadConfig: OIDC_JWKS_FILE', () => {
  it('reads the keys of a JSON Web Key Set', () => {
    expect(load(withFile('{"keys":[{"kty":"EC"}]}')).oidcJwks).toEqual([{ kty: 'EC' }]);
  });

  it.each(['', '{', 'null', '{"keys":{}}', '{"keys":[]}'])('rejects %j', (text) => {
    expect(faultOf(withFile(text))).toContain(
      'OIDC_JWKS_FILE must name a file with a JSON Web Key Set',
    );
  });

  it('rejects a file that is missing', () => {
    expect(faultOf({ OIDC_JWKS_FILE: '/missing/jwks.json' })).toContain('readable file');
  });
});
