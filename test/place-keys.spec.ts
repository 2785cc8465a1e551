import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

interface Body {
  readonly place: { readonly name: string; readonly distanceKm: number };
}

/** Nine cells in Paris, each in another neighbourhood than the one before it. */
const CELLS = [-0.03, 0, 0.03].flatMap((north) =>
  [-0.04, 0, 0.04].map((east) => `lt=${48.857 + north}&lg=${2.352 + east}`),
);

describeWithRedis('PLACE_KEYS', () => {
  let redis: RedisServer;
  let world: World;
  let byPlace: ApiProcess;
  let byCity: ApiProcess;
  let otherByCity: ApiProcess;

  beforeAll(async () => {
    redis = await RedisServer.start();
    world = await World.start({ apis: 0, environment: { REDIS_URL: redis.url } });
    world.simulator.settings.neighbourhoods = true;
    byPlace = await world.startApi();
    byCity = await world.startApi({ PLACE_KEYS: 'city' });
    otherByCity = await world.startApi({ PLACE_KEYS: 'city' });
    await untilShared();
    world.simulator.resetCalls();
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
  });

  /** Waits until all pods use Redis: a search by one is none for the others. */
  async function untilShared(): Promise<void> {
    let positions = 0;
    await eventually(async () => {
      const before = world.simulator.calls.byEndpoint.search;
      const path = `/v1/conditions?${villagePosition((positions += 1))}`;
      for (const api of world.apis) expect((await world.get(path, api)).status).toBe(200);
      return world.simulator.calls.byEndpoint.search === before + 1;
    });
  }

  async function placesIn(api: ApiProcess): Promise<Body['place'][]> {
    const places: Body['place'][] = [];
    for (const cell of CELLS) {
      const answer = await world.get(`/v1/conditions?${cell}`, api);
      expect(answer.status).toBe(200);
      places.push(((await answer.json()) as Body).place);
    }
    return places;
  }

  it('gives each neighbourhood its own weather with place, and that of the city where it is near with city', async () => {
    const own = await placesIn(byPlace);
    expect(new Set(own.map(({ name }) => name)).size).toBe(CELLS.length);
    expect(world.simulator.calls.byEndpoint).toMatchObject({
      search: CELLS.length,
      location: 0,
      currentconditions: CELLS.length,
    });
    world.simulator.resetCalls();

    const shared = await placesIn(byCity);
    const inCity = shared.filter(({ name }) => name === 'Paris');
    expect(inCity.length).toBeGreaterThan(CELLS.length / 2);
    expect(shared.every(({ name }, index) => name === 'Paris' || name === own[index]?.name)).toBe(
      true,
    );
    expect(Math.max(...shared.map(({ distanceKm }) => distanceKm))).toBeLessThan(15);
    // The cells are known from the other setting: only the city is asked for, and its weather.
    expect(world.simulator.calls.byTarget).toEqual({
      'location 623': 1,
      'currentconditions 623': 1,
    });
    world.simulator.resetCalls();

    // Another pod, and the other setting again.
    await placesIn(otherByCity);
    expect(await placesIn(byPlace)).toEqual(own);
    expect(world.simulator.calls.total).toBe(0);
  });
});
