import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULT_KINDS, type FaultKind } from '../apps/accwea-simulator/faults/fault-kinds.js';
import { MAPPED } from './kibana/index-template.js';
import { queriedFields } from './kibana/saved-objects.js';
import type { ApiProcess, LogLine } from './support/api-process.js';
import { fieldsOf, strayFieldsOf } from './support/ecs.js';
import { sendRequest, sendRaw } from './support/http-client.js';
import { villagePosition } from './support/positions.js';
import { World } from './support/world.js';

const PARIS = 'lt=48.8705&lg=2.3049';
/** These faults make a request wait for its deadline and log nothing that `reset` does not. */
const SLOW: readonly string[] = ['hang', 'drip', 'huge'];
const FAULTS = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((kind) => !SLOW.includes(kind));

/** So close to 1 that nothing is left out, but below it, so that the lines say that they are a sample. */
const ACCESS_LOG_SAMPLE = '0.999999999';
const ENVIRONMENT = { ENV: 'staging', LOG_LEVEL: 'trace', ACCESS_LOG_SAMPLE };

describe('strayFieldsOf', () => {
  it.each([
    ['an unknown field', { 'client.town': 'Paris' }, 'client.town is not a field'],
    ['an unknown nested field', { error: { mood: 'bad' } }, 'error.mood is not a field'],
    ['text for a number', { event: { duration: '5' } }, 'event.duration is not a long: "5"'],
    [
      'a fraction for a whole number',
      { 'event.duration': 0.5 },
      'event.duration is not a long: 0.5',
    ],
    ['a number for text', { 'labels.cache': 1 }, 'labels.cache is not a keyword: 1'],
    ['an invalid date', { '@timestamp': 'noon' }, '@timestamp is not a date: "noon"'],
    [
      'a point that is not on Earth',
      { 'client.geo.location': '91,0' },
      'client.geo.location is not a geo_point: "91,0"',
    ],
  ])('reports %s', (_name, line, stray) => {
    expect(strayFieldsOf(line)).toEqual([stray]);
  });
});

describe('the log of a process from start to exit', () => {
  let world: World;
  let api: ApiProcess;
  let lines: readonly LogLine[];

  beforeAll(async () => {
    world = await World.start({ environment: ENVIRONMENT });
    api = world.api;
    for (const path of [`/prcpt?${PARIS}`, `/prcpt?${PARIS}`, `/v1/glance?${PARIS}`]) {
      await world.getOnce(path);
    }
    await refusals();
    await upstreamFaults();
    await world.getOnce('/health/live');
    await api.end('SIGTERM');
    lines = api.lines;
  });
  afterAll(() => (world as World | undefined)?.stop());

  async function refusals(): Promise<void> {
    for (const path of ['/prcpt?lt=1000&lg=2', '/nowhere', '/%zz', '/prcpt?lt=0&lg=-160']) {
      await world.getOnce(path);
    }
    await sendRequest(`${api.url}/prcpt?${PARIS}`);
    await sendRequest(`${api.url}/prcpt?${PARIS}`, { headers: { authorization: 'Bearer a.b.c' } });
    await sendRequest(`${api.url}/prcpt`, { method: 'PROPFIND' });
    await sendRaw(api.url, 'nonsense\r\n\r\n');
  }

  /** Many faults have no effect, because those before them open breakers and cooldowns. */
  async function upstreamFaults(): Promise<void> {
    for (const [index, kind] of FAULTS.entries()) {
      world.simulator.fault = { kind };
      await world.getOnce(`/prcpt?${villagePosition(index)}`);
    }
    world.simulator.fault = undefined;
  }

  it('contains only JSON log lines', () => {
    expect(api.stray).toEqual([]);
    expect(lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ listening on /),
        expect.stringMatching(/^AccuWeather /),
        'stopped',
      ]),
    );
  });

  it('contains only ECS fields with values of the right type', () => {
    const stray = lines.flatMap((line) =>
      strayFieldsOf(line).map((what) => `${what} (${line.message})`),
    );

    expect(stray).toEqual([]);
  });

  it('has an access line per request with user, path, rounded position and result', () => {
    const [first, second] = lines.filter(
      (line) => line['url.path'] === '/prcpt' && line['http.response.status_code'] === 200,
    );

    expect(first).toMatchObject({
      'log.level': 'info',
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'url.path': '/prcpt',
      'user.id': 'watch',
      'trace.id': expect.any(String),
      'event.duration': expect.any(Number),
      'client.geo.location': '48.9,2.3',
      'client.geo.country_iso_code': 'FR',
      'labels.cache': 'miss',
      'labels.region': 'local',
      'labels.sample': ACCESS_LOG_SAMPLE,
    });
    expect(second).toMatchObject({ 'labels.cache': 'hit' });
  });

  it('contains every field that the Kibana dashboards query, and only indexed fields', () => {
    const written = new Set(lines.flatMap((line) => fieldsOf(line).map(([name]) => name)));

    expect([...queriedFields()].filter((name) => !written.has(name))).toEqual([]);
    expect([...written].filter((name) => !MAPPED.has(name))).toEqual([]);
  });

  it('contains an error.code for every kind of problem', () => {
    const codes = new Set(lines.map((line) => line['error.code']));

    expect([...codes]).toEqual(
      expect.arrayContaining([
        'invalid-request',
        'unauthenticated',
        'not-found',
        'no-weather-here',
        'weather-unavailable',
        'HPE_INVALID_METHOD',
      ]),
    );
  });
});
