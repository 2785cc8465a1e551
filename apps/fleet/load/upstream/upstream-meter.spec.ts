import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalServer } from '../../../../packages/local-server/local-server.js';
import { UpstreamMeter } from './upstream-meter.js';

describe('UpstreamMeter', () => {
  const server = new LocalServer({});
  const totals: Record<string, number> = {};
  let url = '';

  beforeAll(async () => {
    url = await server.start(() => async (request, response) => {
      const total = totals[request.url ?? ''];
      response.writeHead(total === undefined ? 404 : 200).end(JSON.stringify({ total }));
    });
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    Object.assign(totals, { '/a': 100, '/b': 50 });
  });

  it('counts the calls of all pods since the last reading, and none before the first', async () => {
    const meter = new UpstreamMeter([`${url}/a`, `${url}/b`]);
    expect(await meter.read()).toBe(0);
    Object.assign(totals, { '/a': 103, '/b': 60 });

    expect(await meter.read()).toBe(13);
    expect(await meter.read()).toBe(0);
  });

  it('counts every call of a pod that was restarted', async () => {
    const meter = new UpstreamMeter([`${url}/a`]);
    await meter.read();
    totals['/a'] = 4;

    expect(await meter.read()).toBe(4);
  });

  it('reads each address of a host', async () => {
    const meter = new UpstreamMeter([`dns+${url}/a`]);
    await meter.read();
    totals['/a'] = 101;

    expect(await meter.read()).toBe(1);
  });

  it('names the source that cannot be read', async () => {
    const meter = new UpstreamMeter([`${url}/missing`]);

    await expect(meter.read()).rejects.toThrow(`${url}/missing cannot be read: status 404`);
  });
});
