import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FallbackWorld } from './support/fallback-world.js';
import { Scrape } from './support/scrape.js';

interface Daily {
  readonly origin: string;
  readonly days: readonly { readonly date: string; readonly sunrise: string }[];
}

/** The evening of 9 July in Caracas, and already 10 July in Tokyo. */
const AT_MS = Date.UTC(2026, 6, 9, 23, 1);
const CALLS = 'mfapi_upstream_calls_total';

describe('a time zone that Open-Meteo does not know', () => {
  let fallback: FallbackWorld;

  beforeAll(async () => {
    fallback = await FallbackWorld.start(AT_MS);
  });
  afterAll(() => (fallback as FallbackWorld | undefined)?.stop());
  beforeEach(() => {
    fallback.openMeteo.fault = '400-auto-zone';
    fallback.openMeteo.resetCalls();
  });

  const zonesAsked = (): unknown[] =>
    fallback.openMeteo.calls.map((query) => new URLSearchParams(query).get('timezone'));
  const callsCounted = async (): Promise<number> => {
    const metrics = await (await fetch(fallback.world.api.metricsUrl)).text();
    return Scrape.of(metrics).sum(CALLS, { provider: 'open-meteo' });
  };

  it.each([
    ['in Caracas', 'lt=10.12&lg=-64.7', 'Etc/GMT+4', '-04:00', '2026-07-09'],
    ['in Tokyo', 'lt=35.68&lg=139.65', 'Etc/GMT-9', '+09:00', '2026-07-10'],
    ['at sea', 'lt=-40&lg=-140', 'Etc/GMT+9', '-09:00', '2026-07-09'],
  ])('is named in a second, counted call: %s', async (_where, position, zone, offset, today) => {
    const before = await callsCounted();
    const answer = await fallback.world.get(`/v1/forecast/daily?${position}`);
    const { origin, days } = (await answer.json()) as Daily;

    expect([answer.status, origin]).toEqual([200, 'open-meteo']);
    expect(days.map(({ date }) => date)[0]).toBe(today);
    expect(days).toHaveLength(5);
    expect(days[0]?.sunrise.slice(-6)).toBe(offset);
    expect(zonesAsked()).toEqual(['auto', zone]);
    expect((await callsCounted()) - before).toBe(2);
  });

  it('does not matter to conditions and hours, which are requested in UTC', async () => {
    for (const path of ['/v1/conditions', '/v1/forecast/hourly', '/prcpt', '/uvidx']) {
      expect((await fallback.world.get(`${path}?lt=10.12&lg=-66.9`)).status).toBe(200);
    }
    expect(zonesAsked()).toEqual([null, null]);
  });

  it('is asked for twice at most', async () => {
    fallback.openMeteo.fault = '400';

    expect((await fallback.world.get('/v1/forecast/daily?lt=8.37&lg=-62.64')).status).toBe(503);
    expect(zonesAsked()).toEqual(['auto', 'Etc/GMT+4']);
  });
});
