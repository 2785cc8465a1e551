import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DevIssuer } from '../apps/dev-issuer/dev-issuer.js';
import { CHECKS } from '../apps/smoke/checks.js';
import { fetchToken } from '../apps/smoke/fetch-token.js';
import { smoke } from '../apps/smoke/smoke.js';
import { World } from './support/world.js';

const quietly = () => undefined;

describe('the smoke test', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ now: Date.now });
  });
  afterAll(() => world.stop());

  it('finds nothing wrong with an API that is well', async () => {
    expect(await smoke({ url: world.api.url, token: world.token }, CHECKS, quietly)).toEqual([]);
  });

  it('names what does not answer rightly', async () => {
    // The simulator speaks HTTP, but it is no API of ours.
    const faults = await smoke({ url: world.simulatorUrl, token: world.token }, CHECKS, quietly);

    expect(faults.length).toBe(CHECKS.length - 1);
    expect(faults.join('\n')).toContain('nobody without a token: 404 instead of 401');
  });

  it('fails when the token is not good, rather than when nobody looks', async () => {
    const faults = await smoke({ url: world.api.url, token: 'x' }, CHECKS, quietly);

    expect(faults.join('\n')).toContain('401 instead of 200');
  });

  it('does not repeat a secret that the issuer refuses', async () => {
    const issuer = new DevIssuer();
    const { url } = await issuer.start();

    const refused = fetchToken({ issuer: url, client: 'watch', secret: 'not-this' });

    await expect(refused).rejects.toThrow(/answers 401$/);
    await issuer.stop();
  });
});
