import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { World } from './support/world.js';

interface BothSystems {
  readonly Metric: { readonly Value: number };
  readonly Imperial: { readonly Value: number };
}
interface Observation {
  readonly UVIndex: number;
  readonly Visibility: BothSystems;
  readonly PrecipitationSummary: { readonly PastHour: BothSystems };
}

const PLACES: readonly (readonly [name: string, query: string, position: string])[] = [
  ['Paris', 'lt=48.8705&lg=2.3049', '48.8705,2.3049'],
  ['New York', 'lt=40.7128&lg=-74.006', '40.7128,-74.006'],
  ['Auckland', 'lt=-36.8485&lg=174.7633', '-36.8485,174.7633'],
  ['Longyearbyen', 'lt=78.2232&lg=15.6267', '78.2232,15.6267'],
  ['Singapore', 'lt=1.3521&lg=103.8198', '1.3521,103.8198'],
];

describe('the weather endpoints', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { LOG_LEVEL: 'debug' } });
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.simulator.resetCalls();
    world.simulator.fault = undefined;
    world.simulator.latencyMs = 0;
  });

  /** The provider's data, requested directly. */
  async function providerSays(position: string): Promise<Observation> {
    const place = (await fetchFromProvider(
      `/locations/v1/cities/geoposition/search?q=${position}`,
    )) as {
      Key: string;
    };
    const path = `/currentconditions/v1/${place.Key}?details=true`;
    const [observation] = (await fetchFromProvider(path)) as [Observation];
    return observation;
  }

  async function fetchFromProvider(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
    return (await fetch(world.simulatorUrl + path, { headers })).json();
  }

  it.each(PLACES)('serve the provider’s values for %s in both unit systems', async (...place) => {
    const [, query, position] = place;
    const { Visibility, PrecipitationSummary, UVIndex } = await providerSays(position);

    const metric = await world.get(`/prcpt?${query}`);
    expect(metric.status).toBe(200);
    expect(await metric.json()).toEqual({
      vis: Math.round(Visibility.Metric.Value * 1000),
      prcpt: Number((PrecipitationSummary.PastHour.Metric.Value / 1000).toFixed(4)),
    });
    const imperial = await world.get(`/prcpt?${query}&units=imperial`);
    const { vis, prcpt } = (await imperial.json()) as { vis: number; prcpt: number };
    expect(Math.abs(vis - Visibility.Imperial.Value)).toBeLessThan(0.1);
    expect(Math.abs(prcpt - PrecipitationSummary.PastHour.Imperial.Value)).toBeLessThan(0.01);
    const uv = await world.get(`/uvidx?${query}`);
    expect(await uv.json()).toEqual({ uvidx: UVIndex });
  });

  it('make one search and one conditions call for 200 concurrent requests', async () => {
    world.simulator.latencyMs = 200;
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => world.get('/prcpt?lt=45.764&lg=4.8357')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(world.simulator.calls).toMatchObject({
      total: 2,
      byEndpoint: { search: 1, currentconditions: 1 },
    });
  });

  it('make no further call for positions in the same cell, on any endpoint and in any unit', async () => {
    await world.get('/prcpt?lt=52.2297&lg=21.0122');
    world.simulator.resetCalls();
    for (const path of ['/prcpt', '/uvidx']) {
      await world.get(`${path}?lt=52.22971&lg=21.01221`);
      await world.get(`${path}?lt=52.2297&lg=21.0122&units=imperial`);
    }
    expect(world.simulator.calls.total).toBe(0);
  });

  it('send the centre of the cell upstream, never the position', async () => {
    await world.get('/uvidx?lt=43.123456&lg=5.987654');
    const targets = Object.keys(world.simulator.calls.byTarget).join(' ');
    expect(targets).toMatch(/search 43\.\d{1,5},5\.\d{1,5}/);
    expect(targets).not.toContain('43.123456');
    expect(world.api.output).not.toMatch(/43\.123456|5\.987654/);
  });

  it('answer 404 at sea and cache that result', async () => {
    for (const _ of [1, 2]) {
      const answer = await world.get('/prcpt?lt=0&lg=-30');
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ type: '/problems/no-weather-here' });
    }
    expect(world.simulator.calls.total).toBe(1);
  });

  it.each([
    '',
    'lg=2.3',
    'lt=abc&lg=2.3',
    'lt=&lg=2.3',
    'lt=91&lg=2.3',
    'lt=48.8&lg=-180.01',
    'lt=NaN&lg=2.3',
    'lt=Infinity&lg=2.3',
    'lt=1e400&lg=2.3',
    'lt=48.8&lt=48.9&lg=2.3',
    'lt[]=1&lg=2.3',
    'lt=0x10&lg=2.3',
    'lt=١٢&lg=2.3',
    'lt=%2048.8&lg=2.3',
    'lt=48.8&lg=2.3&units=kelvin',
    'lt=48.8&lg=2.3&units=',
    'lt=48.8&lg=2.3&units=metric&units=imperial',
  ])('answer 400 to "%.40s" without an upstream call', async (query) => {
    const answer = await world.get(`/prcpt?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(await answer.json()).toMatchObject({ type: '/problems/invalid-request', status: 400 });
    expect(world.simulator.calls.total).toBe(0);
  });

  it.each([
    'lt=-0&lg=32.5',
    'lt=90&lg=0',
    'lt=-90&lg=0',
    'lt=51.5&lg=180',
    'lt=48.870502000000001&lg=2.3',
    'lt=+48.8&lg=2.3'.replace('+', '%2B'),
    'lt=4.88e1&lg=2.3&unknown=1',
  ])('accept the query %s', async (query) => {
    const answer = await world.get(`/uvidx?${query}`);
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 404) {
      expect(await answer.json()).toMatchObject({ type: '/problems/no-weather-here' });
    }
  });

  it('answer 503 with Retry-After when the provider fails and nothing is cached', async () => {
    world.simulator.fault = { kind: '500' };
    const answer = await world.get('/prcpt?lt=41.9028&lg=12.4964');
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ type: '/problems/weather-unavailable' });
  });

  it('serve cached weather while the provider hangs', async () => {
    await world.get('/prcpt?lt=50.0755&lg=14.4378');
    world.simulator.fault = { kind: 'hang' };
    const answer = await world.get('/prcpt?lt=50.0755&lg=14.4378');
    expect(answer.status).toBe(200);
  });
});
