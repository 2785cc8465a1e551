import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaultKind } from '../apps/accwea-simulator/faults/fault-kinds.js';
import { ABOUT } from '../src/about.js';
import { eventually } from './support/eventually.js';
import { LoadedPackages } from './support/preloads/loaded-packages.js';
import { villagePosition } from './support/positions.js';
import { SentrySink, type SentryEvent } from './support/sinks/sentry-sink.js';
import { World } from './support/world.js';

const BUG = new URL('support/preloads/bug-preload.mjs', import.meta.url).href;
/** The preload's bug throws at this position. */
const POLE = '/prcpt?lt=89.123456&lg=12.654321';
const USER = 'watch-4711-canary';

let sink: SentrySink;
let world: World;

beforeAll(async () => {
  sink = await new SentrySink().start();
  const bug = { NODE_OPTIONS: `--import=${BUG}` };
  const environment = { REGION: 'eu-test', SENTRY_DSN: sink.dsn, ...bug };
  world = await World.start({ environment, options: { modules: true } });
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  await sink.stop();
});
afterEach(() => {
  sink.received.length = 0;
  world.simulator.fault = undefined;
});

async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = await world.tokenOf(USER);
  return fetch(world.api.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

const arrived = (): Promise<SentryEvent> => eventually(() => sink.events[0]);

/** Levels of the log lines about the error reports themselves. */
const reporterLevels = (): unknown[] =>
  world.api.lines
    .filter((line) => line['log.logger'] === 'Error reports')
    .map((line) => line['log.level']);

describe('error reporting without a bug', () => {
  const FAULTS: FaultKind[] = ['500', 'cut-json', 'wrong-types', 'hang', '429'];

  it('does not connect to Sentry', async () => {
    expect((await ask('/prcpt?lt=48.87&lg=2.3')).status).toBe(200);
    expect((await fetch(world.api.metricsUrl)).status).toBe(200);

    expect(sink.connections).toBe(0);
  });

  it('does not report client errors or provider failures', async () => {
    const statuses = [
      await ask('/prcpt?lt=1000&lg=2'),
      await ask('/nothing'),
      await fetch(`${world.api.url}/prcpt`),
      await ask('/prcpt', { authorization: 'Bearer no.such.token' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 404, 401, 401]);
    for (const [i, kind] of FAULTS.entries()) {
      world.simulator.fault = { kind };
      expect((await ask(`/prcpt?${villagePosition(i)}`)).status).toBe(503);
    }

    // Events are sent in order: an earlier event would arrive before that of the bug.
    expect((await ask(POLE)).status).toBe(500);
    await arrived();
    expect(sink.kinds).toEqual(['event']);
    expect(sink.events[0]?.exception.values[0]?.type).toBe('TypeError');
  });
});

describe('a bug', () => {
  it('is reported as one event with message, stack, release, environment and region', async () => {
    const problem = (await (await ask(POLE)).json()) as { status: number; traceId: string };
    expect(problem.status).toBe(500);

    const { exception, ...event } = await arrived();
    expect(sink.kinds).toEqual(['event']);
    expect(event).toMatchObject({
      level: 'error',
      release: `${ABOUT.name}@${ABOUT.version}`,
      environment: 'test',
      tags: { region: 'eu-test', 'trace.id': problem.traceId },
    });
    expect(exception.values).toHaveLength(1);
    const [value] = exception.values;
    expect(value).toMatchObject({
      type: 'TypeError',
      value: 'cannot divide by … in … for … sorry',
      mechanism: { handled: true },
    });
    expect(value?.stacktrace.frames.at(-1)).toMatchObject({
      filename: expect.stringMatching(/bug-preload\.mjs$/),
      function: expect.stringContaining('readWithBug'),
      lineno: expect.any(Number),
    });
  });

  it('is reported without secrets, tokens, positions or request data', async () => {
    const headers = { 'x-request-id': '89.123456_12.654321', 'user-agent': 'canary-agent' };
    expect((await ask(POLE, headers)).status).toBe(500);

    const event = await arrived();
    const allowed = ['event_id', 'timestamp', 'platform', 'level', 'release', 'environment'];
    expect(Object.keys(event)).toEqual([...allowed, 'tags', 'exception', 'sdk']);
    const secrets = [world.simulator.settings.key, 'hunter2', await world.tokenOf(USER), USER];
    const requestData = ['89.12', '12.65', 'canary', 'prcpt', '127.0.0.1', 'http:'];
    for (const canary of [...secrets, ...requestData]) {
      expect(sink.everything).not.toContain(canary);
    }
  });

  it('in a background refresh is reported although the answer was served', async () => {
    const environment = { BUG_IN_REFRESH: '1', WINDOWS: 'conditions=1/600/600' };
    const api = await world.startApi(environment);
    await eventually(async () => {
      const answer = await world.getOnce('/prcpt?lt=48.87&lg=2.3', api);
      expect(answer.status).toBe(200);
      return sink.events.length > 0;
    });

    const [value] = sink.events[0]?.exception.values ?? [];
    expect(value).toMatchObject({ type: 'TypeError', value: 'no second window' });
    const unseen = await eventually(() =>
      api.lines.find((line) => line['log.logger'] === 'HandledErrorReporter'),
    );
    expect(unseen['log.level']).toBe('error');
    await api.end('SIGKILL');
  });

  it('does not affect answers while Sentry is unavailable, which is logged once', async () => {
    await sink.stop();
    for (let i = 0; i < 3; i += 1) expect((await ask(POLE)).status).toBe(500);
    await eventually(() => reporterLevels().length > 0);

    await sink.start();
    await ask(POLE);
    await eventually(() => reporterLevels().length > 1);
    expect(reporterLevels()).toEqual(['warn', 'info']);
  });
});

describe('an uncaught exception', () => {
  it('is reported as fatal, and shuts the process down like SIGTERM but with exit code 1', async () => {
    const api = await world.startApi({ DRAIN_SECONDS: '1' });
    api.signal('SIGUSR2');
    await eventually(() => api.lines.find((line) => line['log.level'] === 'fatal'));
    expect((await world.getOnce('/prcpt?lt=48.87&lg=2.3', api)).status).toBe(200);
    expect((await world.getOnce('/health/ready', api)).status).toBe(503);

    await eventually(() => !api.running, 15_000);
    expect(await api.end()).toBe(1);
    expect(sink.events).toMatchObject([
      {
        level: 'fatal',
        exception: { values: [{ type: 'RangeError', mechanism: { handled: false } }] },
      },
    ]);
    expect(api.stray).toEqual([]);
  });

  it('ends the process at once when it is the second one', async () => {
    const api = await world.startApi({ DRAIN_SECONDS: '600' });
    api.signal('SIGUSR2');
    await arrived();
    api.signal('SIGUSR2');

    await eventually(() => !api.running);
    expect(await api.end()).toBe(1);
  });
});

describe('the Sentry SDK', () => {
  it.each([
    ['is not loaded', '', false],
    ['is loaded', 'http://key@127.0.0.1:1/1', true],
  ])('%s with SENTRY_DSN=%s', async (_what, dsn, expected) => {
    const loaded = new LoadedPackages();
    await world.startApi({ SENTRY_DSN: dsn, ...loaded.environment }, { modules: false });

    expect(loaded.names.has('pino')).toBe(true);
    expect([...loaded.names].some((name) => name.startsWith('@sentry/'))).toBe(expected);
    loaded.remove();
  });
});
