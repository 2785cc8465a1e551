import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { placeAt } from '../packages/simulated-weather/world/atlas.js';
import { CITIES } from '../packages/simulated-weather/world/cities.js';
import type { Place } from '../packages/simulated-weather/world/place.js';
import { inUnits, UNITS, type Units } from './golden/in-units.js';
import { METRIC } from './golden/scenarios.js';
import { seededRandom } from './support/seeded-random.js';
import { World } from './support/world.js';

const MAX_BYTES = 400;
const PLACES = process.env['TEST_FULL'] ? 1_000 : 150;
/** The number of calls that the API makes to the provider concurrently. */
const CONCURRENCY = 8;
const SEED = 20_261_124;
const HOUR_SECONDS = 3_600;

interface Quantity {
  readonly Value: number;
}
interface Hour {
  readonly EpochDateTime: number;
  readonly Temperature: Quantity;
  readonly PrecipitationProbability: number;
}
interface Day {
  readonly Temperature: { readonly Minimum: Quantity; readonly Maximum: Quantity };
}
interface Glance {
  readonly n: Record<string, number>;
  readonly h: { readonly b: number; readonly k: number[]; readonly p: number[] };
  readonly d: { readonly y: number; readonly lo: number[]; readonly hi: number[] };
  readonly [key: string]: unknown;
}

let world: World;
/** Within one hour the provider's forecast and the API's start with the same hour. */
let nowMs: number;

beforeAll(async () => {
  nowMs = Date.now();
  world = await World.start({ now: () => nowMs });
});
afterAll(() => world.stop());

const query = ({ latitude, longitude }: Place, units: Units): string =>
  `lt=${latitude}&lg=${longitude}&units=${units}`;

async function glanceText(place: Place, units: Units): Promise<string> {
  const answer = await world.get(`/v1/glance?${query(place, units)}`);
  expect([place.name, answer.status]).toEqual([place.name, 200]);
  return answer.text();
}

/** Every city of the simulator, and villages spread over its land. */
function samplePlaces(): Place[] {
  const random = seededRandom(SEED);
  const places = new Map(CITIES.map((city) => [city.key, city]));
  while (places.size < PLACES) {
    // Uniform over the sphere.
    const latitude = (Math.asin(2 * random() - 1) * 180) / Math.PI;
    const place = placeAt({ latitude, longitude: 360 * random() - 180 });
    if (place) places.set(place.key, place);
  }
  return [...places.values()];
}

async function each<T>(items: readonly T[], look: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const workers = Array.from({ length: CONCURRENCY }, async () => {
    for (const item of queue) await look(item);
  });
  await Promise.all(workers);
}

describe('a glance', () => {
  it('has at most 400 bytes everywhere, in both unit systems, with no field left out', async () => {
    const sizes: number[] = [];
    await each(samplePlaces(), async (place) => {
      for (const units of UNITS) {
        const text = await glanceText(place, units);
        sizes.push(Buffer.byteLength(text));
        const glance = JSON.parse(text) as Glance;
        expect(glance).not.toHaveProperty('x');
        // Also in Antarctica and with a change of the offset, no hour gives way.
        expect(glance.h.k).toHaveLength(6);
      }
    });
    expect(sizes).toHaveLength(2 * PLACES);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_BYTES);
  }, 60_000);
});

/** The provider's answer, requested directly. */
async function providerSays(path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
  const target = `${world.simulatorUrl}${path}?details=true&metric=true`;
  return (await fetch(target, { headers })).json();
}

describe.each(UNITS)('a glance in %s units', (units) => {
  const view = { unitTypes: METRIC, units };
  const degrees = ({ Value }: Quantity): number | null =>
    inUnits(Value, 'temperature', view, { decimals: 0 });

  it.each(['Paris', 'New York', 'Auckland', 'Longyearbyen', 'Singapore'])(
    'shows the provider’s values for %s',
    async (name) => {
      const place = CITIES.find((city) => city.name === name) as Place;
      const { n, h, d } = JSON.parse(await glanceText(place, units)) as Glance;
      const [now] = (await providerSays(`/currentconditions/v1/${place.key}`)) as [
        { readonly Temperature: { readonly Metric: Quantity }; readonly UVIndex: number },
      ];
      const hours = (await providerSays(`/forecasts/v1/hourly/24hour/${place.key}`)) as Hour[];
      const { DailyForecasts: days } = (await providerSays(
        `/forecasts/v1/daily/10day/${place.key}`,
      )) as { DailyForecasts: Day[] };

      expect(n).toMatchObject({ k: degrees(now.Temperature.Metric), i: now.UVIndex });
      const first = hours.findIndex(({ EpochDateTime }) => EpochDateTime === h.b);
      const next = hours.slice(first, first + 6);
      expect(h.b * 1_000).toBeLessThanOrEqual(nowMs + HOUR_SECONDS * 1_000);
      expect(h.k).toEqual(next.map(({ Temperature }) => degrees(Temperature)));
      expect(h.p).toEqual(next.map((hour) => hour.PrecipitationProbability));
      expect(d.lo).toEqual(days.slice(0, 3).map(({ Temperature }) => degrees(Temperature.Minimum)));
      expect(d.hi).toEqual(days.slice(0, 3).map(({ Temperature }) => degrees(Temperature.Maximum)));
    },
  );
});
