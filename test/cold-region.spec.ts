import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { Scrape } from './support/scrape.js';
import { World } from './support/world.js';

const PARIS = 'lt=48.8566&lg=2.3522';
const QUICK_MS = 50;
const USUAL_MS = 300;
/** Calls that wait for one of these wait too long. */
const SLOW_MS = 1_500;
const FIRST_LIMIT = 16;
const HIGHEST_LIMIT = 64;
/** More than run at once. */
const FLOOD = 80;
const SEARCHES = { dataset: 'place' };

/** Where all watches of another region arrive: no place of theirs is known here. */
describe('a pod that gets more new places than the provider can be asked for at once', () => {
  let world: World;
  let positionsUsed = 0;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => (world as World | undefined)?.stop());
  beforeEach(() => {
    world.simulator.fault = undefined;
    world.simulator.latencyMs = QUICK_MS;
  });

  const newPosition = (): string => villagePosition((positionsUsed += 1));

  async function answerFor(position: string, pod = world.api): Promise<Response> {
    const answer = await world.get(`/prcpt?${position}`, pod);
    await answer.arrayBuffer();
    return answer;
  }

  const ask = (amount: number, pod = world.api): Promise<Response>[] =>
    Array.from({ length: amount }, () => answerFor(newPosition(), pod));

  it('makes few calls at once at first, and more while the provider answers', async () => {
    const pod = await world.startApi();
    expect((await answerFor(newPosition(), pod)).status).toBe(200);
    expect(await callsLimitOf(pod)).toBe(FIRST_LIMIT);

    await Promise.all(ask(FLOOD, pod));
    expect(await callsLimitOf(pod)).toBeGreaterThan(FIRST_LIMIT);
    expect(await callsLimitOf(pod)).toBeLessThanOrEqual(HIGHEST_LIMIT);
  });

  it('answers warm watches from memory meanwhile', async () => {
    await answerFor(PARIS);
    world.simulator.latencyMs = SLOW_MS;
    const flood = ask(FLOOD);
    const warm: (string | null)[] = [];
    while (warm.length < 20) {
      const { status, headers } = await answerFor(PARIS);
      expect(status).toBe(200);
      warm.push(headers.get('cache-status'));
    }

    expect(warm.filter((status) => !status?.includes('hit'))).toEqual([]);
    expect(await isPending(flood)).toBe(true);
    await Promise.all(flood);
  });

  it('sends the watches that it cannot serve away for different times', async () => {
    world.simulator.latencyMs = SLOW_MS;
    const answers = await Promise.all(ask(FLOOD));
    const refused = answers.filter(({ status }) => status === 503);
    const returnSeconds = refused.map(({ headers }) => Number(headers.get('retry-after')));

    expect(refused.length).toBeGreaterThan(0);
    expect(Math.min(...returnSeconds)).toBeGreaterThan(0);
    expect(Math.max(...returnSeconds)).toBeLessThanOrEqual(90);
    expect(new Set(returnSeconds).size).toBeGreaterThan(1);
  });

  it('serves the place for which most watches wait first', async () => {
    world.simulator.latencyMs = USUAL_MS;
    const pod = await world.startApi();
    const order: string[] = [];
    const note = async (kind: string, answer: Promise<Response>): Promise<void> => {
      if ((await answer).status === 200) order.push(kind);
    };
    const rare = ask(2 * FIRST_LIMIT + FLOOD / 2, pod).map((answer) => note('rare', answer));
    const busyPlace = newPosition();
    const busy = Array.from({ length: 20 }, () => note('busy', answerFor(busyPlace, pod)));
    await Promise.all([...rare, ...busy]);

    expect(order.filter((kind) => kind === 'busy')).toHaveLength(20);
    // After those that ran when it came, and not after those that came earlier and waited.
    expect(order.indexOf('busy')).toBeLessThan(3 * FIRST_LIMIT);
  });

  it('makes fewer calls at once while calls fail, and serves warm watches', async () => {
    const pod = await world.startApi();
    await answerFor(PARIS, pod);
    world.simulator.fault = { kind: '500' };
    await Promise.all(ask(FLOOD, pod));

    expect(await callsLimitOf(pod)).toBeGreaterThan(0);
    expect(await callsLimitOf(pod)).toBeLessThan(FIRST_LIMIT);
    expect((await answerFor(PARIS, pod)).status).toBe(200);
    world.simulator.fault = undefined;
    await eventually(async () => (await answerFor(newPosition(), pod)).status === 200, 60_000);
  });
});

/** Whether at least one of the answers has not come yet. */
async function isPending(answers: readonly Promise<Response>[]): Promise<boolean> {
  const all = Promise.all(answers).then(() => false);
  return Promise.race([all, new Promise<boolean>((resolve) => setImmediate(resolve, true))]);
}

/** How many searches the pod may make at once. */
async function callsLimitOf({ metricsUrl }: ApiProcess): Promise<number> {
  const scrape = Scrape.of(await (await fetch(metricsUrl)).text());
  return scrape.sum('mfapi_upstream_calls_limit', SEARCHES);
}
