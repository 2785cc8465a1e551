import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MovedClock } from './support/preloads/moved-clock.js';
import { World } from './support/world.js';

const NOON_MS = Date.UTC(2026, 6, 9, 12);
const MINUTE_MS = 60_000;
/** Ten minutes, and a tenth of jitter. */
const LONGEST_USUAL_MS = 11 * MINUTE_MS;

describe.each([
  ['0', false],
  ['1800', true],
])('IDLE_WINDOW_SECONDS=%s', (seconds, isLonger) => {
  let clock: MovedClock;
  let world: World;

  beforeAll(async () => {
    clock = new MovedClock(NOON_MS);
    const environment = { ...clock.environment, IDLE_WINDOW_SECONDS: seconds };
    world = await World.start({ environment, now: () => NOON_MS });
    world.simulator.settings.maxAgeSeconds = 60;
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    clock.remove();
  });

  /** Until the conditions expire, by the clock of the API. */
  async function freshForMs(): Promise<number> {
    const nowMs = clock.nowMs();
    const answer = await world.get('/v1/conditions?lt=48.857&lg=2.352');
    expect(answer.status).toBe(200);
    const { expiresAt } = (await answer.json()) as { expiresAt: string };
    return Date.parse(expiresAt) - nowMs;
  }

  it(`makes a record without requests for three hours fresh for ${isLonger ? 'up to half an hour' : 'no longer'}`, async () => {
    expect(await freshForMs()).toBeLessThanOrEqual(LONGEST_USUAL_MS + 1_000);
    clock.advance(180 * MINUTE_MS);

    const againMs = await freshForMs();
    expect(againMs > 2 * LONGEST_USUAL_MS).toBe(isLonger);
    expect(againMs).toBeLessThanOrEqual(33 * MINUTE_MS + 1_000);
    expect(world.simulator.calls.byEndpoint.currentconditions).toBe(2);
  });
});
