import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Position } from '@app/cells/position.js';
import { FAULT_KINDS, type FaultKind } from '../../apps/accwea-simulator/faults/fault-kinds.js';
import { OpenMeteoSimulator } from '../../apps/open-meteo-simulator/open-meteo-simulator.js';
import { ApiProcess } from '../support/api-process.js';
import { eventually } from '../support/eventually.js';
import { sendRequest, logLineOf } from '../support/http-client.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { loadConfig } from '../../src/config/config.js';
import { seededRandom } from '../support/seeded-random.js';
import { World } from '../support/world.js';
import { Canaries } from './canaries.js';
import { EchoingUpstream } from './echoing-upstream.js';
import { sendNext } from './requests.js';
import { Receivers, sinksOf } from './sinks.js';

jest.setTimeout(300_000);

const REQUESTS = process.env['TEST_FULL'] ? 10_000 : 800;
const CONCURRENCY = 20;
const ECHOES = [200, 302, 400, 401, 403, 404, 429, 500, 503];
/** Faults that make a request wait for its deadline. */
const SLOW: readonly FaultKind[] = ['hang', 'drip', 'huge'];
const FAULTS = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((kind) => !SLOW.includes(kind));
const CHANGE_FAULT_EVERY = 10;
const SPANS_WITHIN_MS = 20_000;

const BUG = new URL('../support/preloads/bug-preload.mjs', import.meta.url).href;

const KEY = `key-${randomBytes(12).toString('hex')}`;
const FALLBACK_KEY = `fallback-${randomBytes(12).toString('hex')}`;
const PASSWORD = `password-${randomBytes(12).toString('hex')}`;

const { cellGrid } = loadConfig({ OIDC_ISSUER: 'https://issuer.invalid', ACCWEA_TOKEN: 'none' });
const random = seededRandom(20_261_124);
const canaries = new Canaries();

/** In Siberia: on land, and with coordinates that rarely equal durations, counts or sums in the output. */
function newPosition(): Position {
  const position = { latitude: 61 + random() * 8, longitude: 100 + random() * 35 };
  canaries.plantPosition(position);
  canaries.plantPosition(cellGrid.cellAt(position).centre);
  return position;
}

function newAddress(): string {
  const address = `203.0.113.${100 + Math.floor(random() * 150)}`;
  canaries.plantSecret(`address ${address}`, address);
  return address;
}

/** Log lines are written in order: when the last one is there, all are. */
async function untilLogsWritten(api: ApiProcess): Promise<string> {
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  await sendRequest(`${api.url}/health/live`, { headers: { traceparent } });
  await logLineOf(api, traceId);
  return traceId;
}

/** Spans are sent in order as well, some seconds later. */
async function untilSpansSent(api: ApiProcess): Promise<void> {
  const traceId = await untilLogsWritten(api);
  await eventually(() => receivers.collector.everything.includes(traceId), SPANS_WITHIN_MS);
}

/** The planted values found in any output of the process so far. */
async function leaksOf(api: ApiProcess): Promise<string[]> {
  await untilLogsWritten(api);
  const found: string[] = [];
  for (const { name, read } of sinksOf(api, receivers)) {
    const leaks = canaries.foundIn(await read());
    found.push(...leaks.map((leak) => `${leak} in ${name}`));
  }
  return found;
}

let receivers: Receivers;
let world: World;
let echo: EchoingUpstream;
let openMeteo: OpenMeteoSimulator;

beforeAll(async () => {
  for (const secret of [KEY, FALLBACK_KEY, PASSWORD]) {
    canaries.plantSecret(secret.split('-')[0] ?? '', secret);
  }
  receivers = await new Receivers().start();
  openMeteo = new OpenMeteoSimulator({ key: FALLBACK_KEY });
  echo = await EchoingUpstream.start(JSON.stringify(newPosition()));
  const { url } = await openMeteo.start();
  world = await World.start({
    options: { modules: true },
    environment: {
      ACCWEA_TOKEN: KEY,
      ACCWEA_AUTH: 'query',
      FALLBACK_PROVIDER: 'open-meteo',
      OPEN_METEO_URL: url,
      OPEN_METEO_API_KEY: FALLBACK_KEY,
      LOG_LEVEL: 'trace',
      NODE_OPTIONS: `--import=${BUG}`,
      ...receivers.environment,
    },
  });
  world.simulator.settings.key = KEY;
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  await (echo as EchoingUpstream | undefined)?.stop();
  await openMeteo.stop();
  await receivers.stop();
});

/** Starts a process without the bug, which needs the modules instead of the bundle. */
function startAsInProduction(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
  return world.startApi({ ...environment, NODE_OPTIONS: '' }, { modules: false });
}

/** Sends all kinds of requests while the provider fails in all ways; resolves to the number per status. */
async function sendAll(api: ApiProcess, requests: number): Promise<Map<number, number>> {
  const tokens = await Promise.all([1, 2, 3].map((user) => world.tokenOf(`watch-${user}`)));
  const forged = `${tokens[0]?.slice(0, -8)}forgery0`;
  for (const [index, token] of [...tokens, forged].entries()) {
    canaries.plantToken(`token ${index}`, token);
  }
  const statuses = new Map<number, number>();
  let sent = 0;
  const worker = async (): Promise<void> => {
    for (let index = sent++; index < requests; index = sent++) {
      if (index % CHANGE_FAULT_EVERY === 0) nextFault(index / CHANGE_FAULT_EVERY);
      const status = await sendNext(api.url, index, {
        token: tokens[index % tokens.length] ?? '',
        forged,
        key: KEY,
        position: newPosition(),
        address: newAddress(),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return statuses;
}

/** Triggers the bug of the preload, whose error message contains all values it has access to. */
async function triggerBug(api: ApiProcess): Promise<void> {
  const position = { latitude: 89 + random(), longitude: 100 + random() * 35 };
  canaries.plantPosition(position);
  const { status } = await world.get(
    `/prcpt?lt=${position.latitude}&lg=${position.longitude}`,
    api,
  );
  expect(status).toBe(500);
  await eventually(() => receivers.sentry.events.length > 0);
}

/** One fault for one call, so that circuit breakers stay closed and every fault kind occurs. */
function nextFault(round: number): void {
  const kind = FAULTS[round % FAULTS.length];
  const secrets = new URLSearchParams({ key: KEY, at: JSON.stringify(newPosition()) });
  const location = `http://127.0.0.1:1/?${secrets.toString()}`;
  world.simulator.fault = kind && { kind, location, times: 1 };
}

describe(`the output of a process after ${REQUESTS} valid and invalid requests`, () => {
  let statuses: Map<number, number>;

  beforeAll(async () => {
    statuses = await sendAll(world.api, REQUESTS);
    await triggerBug(world.api);
    await untilSpansSent(world.api);
  });

  it('comes from requests with every kind of status', () => {
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10);
    expect(statuses.get(500) ?? 0).toBe(0);
  });

  it('contains no secret and no position finer than a tenth of a degree', async () => {
    expect(await leaksOf(world.api)).toEqual([]);
  });

  it('contains lines, spans and events in which a planted leak is found', async () => {
    const { latitude, longitude } = newPosition();
    const lines = world.api.lines.filter((line) => line['client.geo.location'] !== undefined);

    expect(lines.length).toBeGreaterThan(REQUESTS / 10);
    expect(receivers.collector.spans.length).toBeGreaterThan(REQUESTS / 10);
    expect(receivers.sentry.kinds).toEqual(['event']);
    expect(canaries.foundIn(`${world.api.output} ${latitude},${longitude} ${KEY}`)).toHaveLength(3);
  });
});

describe.each(ECHOES)('a provider that echoes secrets with status %d', (status) => {
  it('does not make a process write any of them', async () => {
    echo.calls = 0;
    const api = await startAsInProduction({ ACCWEA_URL: echo.urlFor(status) });
    const statuses = await sendAll(api, 2 * CONCURRENCY);

    expect(statuses.size).toBeGreaterThan(1);
    expect(echo.calls).toBeGreaterThan(0);
    expect(await leaksOf(api)).toEqual([]);
    await api.end('SIGKILL');
  });
});

describe('a process that fails to start', () => {
  it('prints no value of its environment', async () => {
    const start = ApiProcess.start({
      OIDC_ISSUER: `http://user:${PASSWORD}@issuer.example`,
      ACCWEA_TOKEN: `${KEY} twice`,
      ACCWEA_URL: `ftp://${KEY}@provider.example`,
      REDIS_URL: `http://:${PASSWORD}@redis.example`,
    });
    const { message } = await start.then(
      () => new Error('it started'),
      (reason: Error) => reason,
    );

    expect(message).toContain('4 fault(s)');
    expect(canaries.foundIn(message)).toEqual([]);
  });
});

describeWithRedis('the Redis password', () => {
  it.each([
    ['right', ['--requirepass', PASSWORD]],
    ['wrong', ['--requirepass', 'another']],
    ['for a disabled user', ['--user', 'default', 'on', '>another', '~*', '+@all']],
    // Its error message repeats the command with the password, as Redis 5 does.
    ['sent to a server without HELLO', ['--rename-command', 'HELLO', '']],
  ])('is not written to any output when it is %s', async (_name, options) => {
    const redis = await RedisServer.start(options);
    const url = redis.url.replace('//', `//:${PASSWORD}@`);
    const api = await startAsInProduction({ REDIS_URL: url });
    await redis.stop();
    await world.get('/prcpt?lt=48.87&lg=2.30', api);

    expect(await leaksOf(api)).toEqual([]);
    expect(api.output).toContain('Redis is ');
    await api.end('SIGKILL');
  });
});
