import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULT_KINDS, type FaultKind } from '../apps/accwea-simulator/faults/fault-kinds.js';
import { MAPPED } from './kibana/index-template.js';
import { askedFields } from './kibana/saved-objects.js';
import type { ApiProcess, LogLine } from './support/api-process.js';
import { fieldsOf, strayFieldsOf } from './support/ecs.js';
import { ask, sendRaw } from './support/exchange.js';
import { villagePosition } from './support/positions.js';
import { World } from './support/world.js';

const PARIS = 'lt=48.8705&lg=2.3049';
/** They keep a request waiting until its deadline, and say nothing that `reset` does not. */
const SLOW: readonly string[] = ['hang', 'drip', 'huge'];
const FAULTS = (Object.keys(FAULT_KINDS) as FaultKind[]).filter((kind) => !SLOW.includes(kind));

describe('what strays from the schema', () => {
  it.each([
    ['a field that it does not know', { 'client.town': 'Paris' }, 'client.town is no field'],
    ['one inside another', { error: { mood: 'bad' } }, 'error.mood is no field'],
    ['text for a number', { event: { duration: '5' } }, 'event.duration is no long: "5"'],
    ['a fraction for a whole number', { 'event.duration': 0.5 }, 'event.duration is no long: 0.5'],
    ['a number for text', { 'labels.cache': 1 }, 'labels.cache is no keyword: 1'],
    ['no date', { '@timestamp': 'noon' }, '@timestamp is no date: "noon"'],
    [
      'a point that is not on Earth',
      { 'client.geo.location': '91,0' },
      'client.geo.location is no geo_point: "91,0"',
    ],
  ])('is found: %s', (_name, line, stray) => {
    expect(strayFieldsOf(line)).toEqual([stray]);
  });
});

describe('the log of a process, from its start to its end,', () => {
  let world: World;
  let api: ApiProcess;
  let lines: readonly LogLine[];

  beforeAll(async () => {
    world = await World.start({ environment: { ENV: 'staging', LOG_LEVEL: 'trace' } });
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
    await ask(`${api.url}/prcpt?${PARIS}`);
    await ask(`${api.url}/prcpt?${PARIS}`, { headers: { authorization: 'Bearer a.b.c' } });
    await ask(`${api.url}/prcpt`, { method: 'PROPFIND' });
    await sendRaw(api.url, 'nonsense\r\n\r\n');
  }

  /** Many are never seen, because those before them made the process wary: each writes what it may. */
  async function upstreamFaults(): Promise<void> {
    for (const [index, kind] of FAULTS.entries()) {
      world.simulator.fault = { kind };
      await world.getOnce(`/prcpt?${villagePosition(index)}`);
    }
    world.simulator.fault = undefined;
  }

  it('is log lines and nothing else', () => {
    expect(api.stray).toEqual([]);
    expect(lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/ listening on /),
        expect.stringMatching(/^AccuWeather /),
        'stopped',
      ]),
    );
  });

  it('has only fields of the Elastic Common Schema, each of its type', () => {
    const stray = lines.flatMap((line) =>
      strayFieldsOf(line).map((what) => `${what} (${line.message})`),
    );

    expect(stray).toEqual([]);
  });

  it('tells of each request who, what, where roughly, and how it ended', () => {
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
    });
    expect(second).toMatchObject({ 'labels.cache': 'hit' });
  });

  it('has every field that Kibana’s boards ask for, and none that is not indexed', () => {
    const written = new Set(lines.flatMap((line) => fieldsOf(line).map(([name]) => name)));

    expect([...askedFields()].filter((name) => !written.has(name))).toEqual([]);
    expect([...written].filter((name) => !MAPPED.has(name))).toEqual([]);
  });

  it('tells of each problem which', () => {
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
