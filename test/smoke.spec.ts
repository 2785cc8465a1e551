import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DevIssuer } from '../apps/dev-issuer/dev-issuer.js';
import { CHECKS } from '../apps/smoke/checks.js';
import { fetchToken } from '../packages/client-credentials/fetch-token.js';
import { smoke } from '../apps/smoke/smoke.js';
import { World } from './support/world.js';

/** What is asked without the watch's token. */
const IN_PUBLIC = new Set([
  'it says who it is',
  'nobody without a token',
  'nobody with a forged token',
  'metrics are not for everybody',
]);
const quietly = () => undefined;

describe('the smoke test', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ now: Date.now });
  });
  afterAll(() => world.stop());

  it('finds nothing wrong with an API that is well', async () => {
    expect(await smoke({ url: world.api.url, token: world.token }, CHECKS, quietly)).toEqual({
      faults: [],
      outside: [],
    });
  });

  it('names what does not answer rightly', async () => {
    // The simulator speaks HTTP, but it is no API of ours.
    const { faults } = await smoke(
      { url: world.simulatorUrl, token: world.token },
      CHECKS,
      quietly,
    );

    expect(faults.length).toBe(CHECKS.length - 1);
    expect(faults.join('\n')).toContain('nobody without a token: 404 instead of 401');
  });

  it('fails when the token is not good, rather than when nobody looks', async () => {
    const { faults } = await smoke({ url: world.api.url, token: 'x' }, CHECKS, quietly);

    expect(faults.join('\n')).toContain('401 instead of 200');
  });

  it('takes it for right that the pilot turns its user away, and still sees the refusals', async () => {
    const { url } = await world.startApi({ PILOT_PERCENT: '0' });
    const said: string[] = [];

    const { faults, outside } = await smoke({ url, token: world.token }, CHECKS, (line) =>
      said.push(line),
    );

    expect(faults).toEqual([]);
    expect(outside).toEqual(CHECKS.map(({ name }) => name).filter((name) => !IN_PUBLIC.has(name)));
    expect(said).toContain('ok      nobody with a forged token');
    expect(said).toContain('outside the UV index, a whole number');
  });

  it('fails when it is turned away without being told when to ask again', async () => {
    const turnedAway = createServer((_request, response) => {
      response.writeHead(403, { 'content-type': 'application/problem+json', 'x-request-id': '1' });
      response.end('{"type":"/problems/not-in-pilot","status":403,"traceId":"1"}');
    }).listen(0, '127.0.0.1');
    await once(turnedAway, 'listening');
    const { port } = turnedAway.address() as AddressInfo;

    const { faults, outside } = await smoke(
      { url: `http://127.0.0.1:${port}`, token: 'x' },
      CHECKS,
      quietly,
    );
    turnedAway.close().closeAllConnections();

    expect(outside).toEqual([]);
    expect(faults).toContain('the UV index, a whole number: retry-after is ""');
    // Who asks without a token is not of the pilot.
    expect(faults.join('\n')).toContain('nobody without a token: 403 instead of 401');
  });

  it('does not repeat a secret that the issuer refuses', async () => {
    const issuer = new DevIssuer();
    const { url } = await issuer.start();

    const refused = fetchToken({ issuer: url, client: 'watch', secret: 'not-this' });

    await expect(refused).rejects.toThrow(/answers 401$/);
    await issuer.stop();
  });
});
