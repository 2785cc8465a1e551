import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Cell } from '@app/cells/cell.js';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const grid = parseCellGrid('metres:1000');
/** In the middle of Paris: all cells around have its place. */
const CENTRE = grid.cellAt({ latitude: 48.857, longitude: 2.352 });
const pathOf = ({ centre }: Cell) => `/v1/conditions?lt=${centre.latitude}&lg=${centre.longitude}`;

describeWithRedis('INFER_PLACES', () => {
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    world = await World.start({
      apis: 2,
      environment: { REDIS_URL: redis.url, INFER_PLACES: 'true' },
    });
    await untilShared();
    world.simulator.resetCalls();
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
  });

  async function nameAt(cell: Cell, api = world.api): Promise<string> {
    const answer = await world.get(pathOf(cell), api);
    expect(answer.status).toBe(200);
    const { place } = (await answer.json()) as { place: { name: string } };
    return place.name;
  }

  /** Waits until both pods use Redis: a search by one is none for the other. */
  async function untilShared(): Promise<void> {
    let positions = 0;
    await eventually(async () => {
      const before = world.simulator.calls.byEndpoint.search;
      const path = `/v1/conditions?${villagePosition((positions += 1))}`;
      for (const api of world.apis) expect((await world.get(path, api)).status).toBe(200);
      return world.simulator.calls.byEndpoint.search === before + 1;
    });
  }

  it('answers a cell between four searched cells of one place without a search, also on another pod', async () => {
    const [first, other] = world.apis;
    for (const cell of grid.neighbours(CENTRE)) expect(await nameAt(cell, first)).toBe('Paris');
    expect(world.simulator.calls.byEndpoint).toMatchObject({ search: 4, currentconditions: 1 });

    expect(await nameAt(CENTRE, other)).toBe('Paris');
    expect(await nameAt(CENTRE, first)).toBe('Paris');
    expect(world.simulator.calls.byEndpoint).toMatchObject({ search: 4, currentconditions: 1 });
  });
});
