import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { FAULT_KINDS, type FaultKind } from '../../apps/accwea-simulator/faults/fault-kinds.js';
import { OpenMeteoSimulator } from '../../apps/open-meteo-simulator/open-meteo-simulator.js';
import { ApiProcess } from '../support/api-process.js';
import { eventually } from '../support/eventually.js';
import { ask, logLineOf } from '../support/exchange.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { seededRandom } from '../support/seeded-random.js';
import { World } from '../support/world.js';
import { Canaries } from './canaries.js';
import { EchoingUpstream } from './echoing-upstream.js';
import { askNext } from './questions.js';
import { Receivers, sinksOf } from './sinks.js';

jest.setTimeout(300_000);

const REQUESTS = process.env['TEST_FULL'] ? 10_000 : 800;
const AT_ONCE = 20;
const ECHOES = [200, 302, 400, 401, 403, 404, 429, 500, 503];
/** Each makes a request wait for its deadline. */
const SLOW: readonly FaultKind[] = ['hang', 'drip', 'huge'];
const FAULTS = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((kind) => !SLOW.includes(kind));
const CHANGE_FAULT_EVERY = 10;
const SPANS_WITHIN_MS = 20_000;

const BUG = new URL('../support/preloads/bug-preload.mjs', import.meta.url).href;

const KEY = `key-${randomBytes(12).toString('hex')}`;
const FALLBACK_KEY = `fallback-${randomBytes(12).toString('hex')}`;
const PASSWORD = `password-${randomBytes(12).toString('hex')}`;

const grid = parseCellGrid('metres:1000');
const random = seededRandom(20_261_124);
const canaries = new Canaries();

/** In Siberia: on land, and where seconds, counts and sums are seldom. */
function newPosition(): Position {
  const position = { latitude: 61 + random() * 8, longitude: 100 + random() * 35 };
  canaries.plantPosition(position);
  canaries.plantPosition(grid.cellAt(position).centre);
  return position;
}

function newAddress(): string {
  const address = `203.0.113.${100 + Math.floor(random() * 150)}`;
  canaries.plantSecret(`address ${address}`, address);
  return address;
}

/** Lines are written in their order: once the last is there, all are. */
async function allIsWritten(api: ApiProcess): Promise<string> {
  const traceId = randomBytes(16).toString('hex');
  const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
  await ask(`${api.url}/health/live`, { headers: { traceparent } });
  await logLineOf(api, traceId);
  return traceId;
}

/** So are spans, some seconds later. */
async function allIsSent(api: ApiProcess): Promise<void> {
  const traceId = await allIsWritten(api);
  await eventually(() => receivers.collector.everything.includes(traceId), SPANS_WITHIN_MS);
}

/** What of the planted is in anything that the process wrote up to now. */
async function leaksOf(api: ApiProcess): Promise<string[]> {
  await allIsWritten(api);
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

/** Asks in all ways, while the provider fails in all ways; resolves to how often which status came. */
async function askAll(api: ApiProcess, requests: number): Promise<Map<number, number>> {
  const tokens = await Promise.all([1, 2, 3].map((user) => world.tokenOf(`watch-${user}`)));
  const forged = `${tokens[0]?.slice(0, -8)}forgery0`;
  for (const [index, token] of [...tokens, forged].entries()) {
    canaries.plantToken(`token ${index}`, token);
  }
  const statuses = new Map<number, number>();
  let asked = 0;
  const askOn = async (): Promise<void> => {
    for (let index = asked++; index < requests; index = asked++) {
      if (index % CHANGE_FAULT_EVERY === 0) nextFault(index / CHANGE_FAULT_EVERY);
      const status = await askNext(api.url, index, {
        token: tokens[index % tokens.length] ?? '',
        forged,
        key: KEY,
        position: newPosition(),
        address: newAddress(),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return statuses;
}

/** Where the bug is, that throws with all that it knows. */
async function meetBug(api: ApiProcess): Promise<void> {
  const position = { latitude: 89 + random(), longitude: 100 + random() * 35 };
  canaries.plantPosition(position);
  const { status } = await world.get(
    `/prcpt?lt=${position.latitude}&lg=${position.longitude}`,
    api,
  );
  expect(status).toBe(500);
  await eventually(() => receivers.sentry.events.length > 0);
}

/** One fault for one call, then good weather: breakers stay closed, and every kind is met. */
function nextFault(round: number): void {
  const kind = FAULTS[round % FAULTS.length];
  const said = new URLSearchParams({ key: KEY, at: JSON.stringify(newPosition()) });
  const location = `http://127.0.0.1:1/?${said.toString()}`;
  world.simulator.fault = kind && { kind, location, times: 1 };
}

describe(`what a process writes in ${REQUESTS} requests, good and bad`, () => {
  let statuses: Map<number, number>;

  beforeAll(async () => {
    statuses = await askAll(world.api, REQUESTS);
    await meetBug(world.api);
    await allIsSent(world.api);
  });

  it('is about requests of every outcome', () => {
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10);
    expect(statuses.get(500) ?? 0).toBe(0);
  });

  it('holds neither a secret nor a position finer than a tenth of a degree', async () => {
    expect(await leaksOf(world.api)).toEqual([]);
  });

  it('holds lines that were searched, and in which a leak would be found', async () => {
    const { latitude, longitude } = newPosition();
    const lines = world.api.lines.filter((line) => line['client.geo.location'] !== undefined);

    expect(lines.length).toBeGreaterThan(REQUESTS / 10);
    expect(receivers.collector.spans.length).toBeGreaterThan(REQUESTS / 10);
    expect(receivers.sentry.kinds).toEqual(['event']);
    expect(canaries.foundIn(`${world.api.output} ${latitude},${longitude} ${KEY}`)).toHaveLength(3);
  });
});

describe.each(ECHOES)('with a provider that echoes all it is told under status %d', (status) => {
  it('a process writes none of it', async () => {
    echo.asked = 0;
    const api = await world.startApi({ ACCWEA_URL: echo.urlFor(status) });
    const statuses = await askAll(api, 2 * AT_ONCE);

    expect(statuses.size).toBeGreaterThan(1);
    expect(echo.asked).toBeGreaterThan(0);
    expect(await leaksOf(api)).toEqual([]);
    await api.end('SIGKILL');
  });
});

describe('a process that does not start', () => {
  it('repeats no value of its environment', async () => {
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

describeWithRedis('the password of Redis (needs redis-server)', () => {
  it.each([
    ['right', ['--requirepass', PASSWORD]],
    ['wrong', ['--requirepass', 'another']],
    ['of a user that is none', ['--user', 'default', 'on', '>another', '~*', '+@all']],
    // It repeats what it was sent, the password too: so does Redis 5.
    ['sent to a server that knows no HELLO', ['--rename-command', 'HELLO', '']],
  ])('is written nowhere when it is %s', async (_name, options) => {
    const redis = await RedisServer.start(options);
    const url = redis.url.replace('//', `//:${PASSWORD}@`);
    const api = await world.startApi({ REDIS_URL: url });
    await redis.stop();
    await world.get('/prcpt?lt=48.87&lg=2.30', api);

    expect(await leaksOf(api)).toEqual([]);
    expect(api.output).toContain('Redis is ');
    await api.end('SIGKILL');
  });
});
