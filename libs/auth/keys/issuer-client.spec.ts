import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AUTH } from '../testing/auth-options.fixture.js';
import { IssuerClient } from './issuer-client.js';
import { KeySetReader } from './key-set-reader.js';
import type { SigningKey } from './signing-key.js';

const DISCOVERY = '/.well-known/openid-configuration';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'a', alg: 'ES256', use: 'sig' };

interface Page {
  readonly status?: number;
  readonly location?: string;
  readonly body?: unknown;
}

let server: Server;
let base: string;
let pages: Record<string, Page>;
let asked: string[];

beforeEach(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const { status = 200, location, body } = pages[url] ?? { status: 404 };
    response.writeHead(status, location === undefined ? {} : { location });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  asked = [];
  pages = {
    [DISCOVERY]: { body: { issuer: base, jwks_uri: `${base}/jwks` } },
    '/jwks': { body: { keys: [jwk] } },
  };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const clientFor = (issuer: string): IssuerClient =>
  new IssuerClient({ ...AUTH, issuer }, new KeySetReader());

const keysOf = async (client: IssuerClient): Promise<readonly SigningKey[]> =>
  (await client.fetchKeys()).keys;

describe('IssuerClient', () => {
  it('discovers the JWKS and returns its keys', async () => {
    const [key, ...others] = await keysOf(clientFor(base));

    expect(key).toMatchObject({ kid: 'a', algorithms: ['ES256'] });
    expect(key?.publicKey.equals(publicKey)).toBe(true);
    expect(others).toEqual([]);
    expect(asked).toEqual([DISCOVERY, '/jwks']);
  });

  it('discovers once while the JWKS responds', async () => {
    const client = clientFor(base);
    await client.fetchKeys();
    await client.fetchKeys();

    expect(asked).toEqual([DISCOVERY, '/jwks', '/jwks']);
  });

  it('repeats the discovery after the JWKS failed', async () => {
    const client = clientFor(base);
    await client.fetchKeys();
    pages['/moved'] = pages['/jwks'] as Page;
    pages['/jwks'] = { status: 410 };
    pages[DISCOVERY] = { body: { issuer: base, jwks_uri: `${base}/moved` } };
    await expect(client.fetchKeys()).rejects.toThrow('410');

    expect(await keysOf(client)).toHaveLength(1);
  });

  it('discovers an issuer whose URL has a path and a trailing slash', async () => {
    const issuer = `${base}/tenant/`;
    pages[`/tenant${DISCOVERY}`] = { body: { issuer, jwks_uri: `${base}/jwks` } };

    expect(await keysOf(clientFor(issuer))).toHaveLength(1);
  });

  it.each([DISCOVERY, '/jwks'])('ignores a byte-order mark in %s', async (path) => {
    pages[path] = { body: `\uFEFF${JSON.stringify(pages[path]?.body)}` };

    expect(await keysOf(clientFor(base))).toHaveLength(1);
  });

  it('skips unusable keys', async () => {
    const others = [
      { kty: 'oct', k: 'c2VjcmV0', kid: 'secret' },
      { ...jwk, use: 'enc', kid: 'for encryption' },
      { ...jwk, x: 'AA', kid: 'broken' },
      { kty: 'unheard of', kid: 'new' },
      {},
      null,
    ];
    pages['/jwks'] = { body: { keys: [...others, jwk] } };

    expect((await keysOf(clientFor(base))).map(({ kid }) => kid)).toEqual(['a']);
  });
});

describe('IssuerClient.fetchKeys rejects', () => {
  it('a discovery document of another issuer, and does not request its keys', async () => {
    pages[DISCOVERY] = { body: { issuer: 'https://evil.test', jwks_uri: `${base}/jwks` } };

    await expect(clientFor(base).fetchKeys()).rejects.toThrow('another issuer');
    expect(asked).toEqual([DISCOVERY]);
  });

  it('a jwks_uri with a password, and does not repeat it', async () => {
    const jwksUri = `${base}/jwks`.replace('//', '//us:hunter2@');
    pages[DISCOVERY] = { body: { issuer: base, jwks_uri: jwksUri } };
    const failure: unknown = await clientFor(base)
      .fetchKeys()
      .catch((error: unknown) => error);

    expect(String(failure)).toContain('jwks_uri must not contain a user or password');
    expect(String(failure)).not.toContain('hunter2');
  });

  it.each([DISCOVERY, '/jwks'])('a redirect of %s, and names its target', async (path) => {
    pages['/elsewhere'] = pages[path] as Page;
    pages[path] = { status: 302, location: '/elsewhere?secret=1' };

    await expect(clientFor(base).fetchKeys()).rejects.toThrow(
      `${base}${path} redirects to ${base}/elsewhere (302), which is not followed`,
    );
    expect(asked).not.toContain('/elsewhere');
  });

  it.each([
    ['no valid jwks_uri', undefined],
    ['a relative jwks_uri', '/jwks'],
    ['a list', ['http://127.0.0.1/jwks']],
  ])('a discovery document with %s', async (_name, jwksUri) => {
    pages[DISCOVERY] = { body: { issuer: base, jwks_uri: jwksUri } };

    await expect(clientFor(base).fetchKeys()).rejects.toThrow('no valid jwks_uri');
  });

  it.each([
    ['HTML', '<html>'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no list of keys', '{"keys":{}}'],
    ['an empty list', '{"keys":[]}'],
    ['a list of unusable keys', '{"keys":[{"kty":"oct","k":"AA"}]}'],
    ['truncated JSON', '{"keys":['],
    ['more than half a megabyte', JSON.stringify({ keys: [jwk], pad: 'x'.repeat(600 * 1024) })],
  ])('a JWKS that is %s', async (_name, body) => {
    pages['/jwks'] = { body };

    await expect(clientFor(base).fetchKeys()).rejects.toThrow();
  });

  it('a JWKS with an error status', async () => {
    pages['/jwks'] = { ...pages['/jwks'], status: 500 };

    await expect(clientFor(base).fetchKeys()).rejects.toThrow('500');
  });
});

const snapshotOf = async (snapshot?: readonly unknown[]) =>
  new IssuerClient({ ...AUTH, snapshot }, new KeySetReader()).readSnapshot();

describe('IssuerClient.readSnapshot', () => {
  it('reads the usable keys as from the issuer, without a request', async () => {
    const keys = await snapshotOf([null, { ...jwk, use: 'enc' }, jwk]);

    expect(keys?.map(({ kid }) => kid)).toEqual(['a']);
    expect(asked).toEqual([]);
  });

  it.each([[undefined], [[]], [[{ kty: 'oct', k: 'AA' }]]])(
    'finds nothing in %j',
    async (snapshot) => {
      expect(await snapshotOf(snapshot)).toBeUndefined();
    },
  );
});
