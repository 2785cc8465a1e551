import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertFeedsSimulator } from './alert-feeds-simulator.js';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { alertAround } from './simulated-alert.js';

const NOW_MS = Date.UTC(2026, 0, 1);
const DENVER = { latitude: 39.74, longitude: -104.98 };
const BERGEN = { name: 'Bergen', latitude: 60.39, longitude: 5.32 };
const NAMED = { 'user-agent': 'test/1 (test@example.com)' };
const MET = '/weatherapi/metalerts/2.0/current.json?';

let simulator: AlertFeedsSimulator;
let url: string;

beforeEach(async () => {
  simulator = new AlertFeedsSimulator({ now: () => NOW_MS });
  ({ url } = await simulator.start());
  simulator.alerts = [alertAround(DENVER, NOW_MS), alertAround(BERGEN, NOW_MS)];
});
afterEach(() => simulator.stop());

const get = (path: string, headers: Record<string, string> = NAMED): Promise<Response> =>
  fetch(url + path, { headers, redirect: 'manual' });

describe('the simulated feeds', () => {
  it.each(['/points/39.74,-104.98', '/alerts/active?point=39.74,-104.98', `${MET}lat=60&lon=5`])(
    'refuse %s without a contact',
    async (path) => {
      expect((await get(path, { 'user-agent': 'node' })).status).toBe(403);
      expect((await get(path)).status).toBe(200);
    },
  );

  it('have no other path', async () => {
    expect((await get('/')).status).toBe(404);
    expect(simulator.calls).toEqual(['/']);
  });
});

describe('the simulated NWS', () => {
  it.each([
    ['39.7400,-104.98', '/points/39.74,-104.98'],
    ['39.74001,-104.98', '/points/39.74,-104.98'],
  ])('redirects the point %s', async (given, location) => {
    const answer = await get(`/points/${given}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, location]);
  });

  it('knows no point abroad, and answers an empty list there', async () => {
    expect((await get('/points/43.65,-79.38')).status).toBe(404);
    expect(await (await get('/alerts/active?point=43.65,-79.38')).json()).toMatchObject({
      features: [],
    });
  });

  it('sends the alerts around a point, without geometry', async () => {
    const body = await (await get('/alerts/active?point=39.74,-104.98')).json();
    expect(body).toMatchObject({
      type: 'FeatureCollection',
      features: [
        {
          geometry: null,
          properties: { areaDesc: '39.74, -104.98', onset: '2025-12-31T17:00:00-07:00' },
        },
      ],
    });
  });
});

describe('the simulated MET Norway', () => {
  it('refuses five decimals', async () => {
    expect((await get(`${MET}lat=60.39001&lon=5.32`)).status).toBe(403);
  });

  it('speaks Norwegian unless asked for English', async () => {
    const bergen = `${MET}lat=60.39&lon=5.32`;
    expect(await (await get(bergen)).text()).toContain('Sterk vind');
    expect(await (await get(`${bergen}&lang=en`)).text()).toContain('Strong wind');
  });

  it('names the area of an alert', async () => {
    expect(await (await get(`${MET}lat=60.39&lon=5.32`)).text()).toContain(
      '"title":"Wind Advisory, Bergen"',
    );
  });

  it('has nothing new for whom has the latest', async () => {
    const first = await get(`${MET}lat=60.39&lon=5.32`);
    const since = first.headers.get('last-modified') ?? '';
    const headers = { ...NAMED, 'if-modified-since': since };
    expect((await get(`${MET}lat=60.39&lon=5.32`, headers)).status).toBe(304);
  });
});

it.each(Object.keys(FAULT_KINDS) as FaultKind[])('the fault %s changes an answer', async (kind) => {
  const correct = await get('/alerts/active?point=39.74,-104.98');
  const before = [correct.status, await correct.text()];
  simulator.fault = kind;
  const faulty = await get('/alerts/active?point=39.74,-104.98');
  expect([faulty.status, await faulty.text()]).not.toEqual(before);
});
