import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogLine } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { World } from './support/world.js';

const PRECIPITATION = '/prcpt?lt=48.8705&lg=2.3049';
const REQUESTS = 5;

describe('the access log of a process with ACCESS_LOG_SAMPLE=0', () => {
  let world: World;
  let lines: readonly LogLine[];

  beforeAll(async () => {
    const environment = { ACCESS_LOG_SAMPLE: '0', WINDOWS: 'conditions=1/0/3600' };
    world = await World.start({ environment });
    for (let i = 0; i < REQUESTS; i += 1) await world.getOnce(PRECIPITATION);
    await world.getOnce('/prcpt?lt=1000&lg=2');
    world.simulator.fault = { kind: 'reset' };
    await eventually(async () => {
      await world.getOnce(PRECIPITATION);
      return world.api.lines.some((line) => line['labels.cache'] === 'expired');
    });
    await world.api.end();
    lines = world.api.lines.filter((line) => line['url.path'] === '/prcpt');
  });
  afterAll(() => (world as World | undefined)?.stop());

  it('has no line for weather that was fresh', () => {
    const caches = lines
      .filter((line) => line['http.response.status_code'] === 200)
      .map((line) => line['labels.cache']);

    expect(new Set(caches)).toEqual(new Set(['expired']));
  });

  it('has the refused request', () => {
    expect(lines.map((line) => line['http.response.status_code'])).toContain(400);
  });
});
