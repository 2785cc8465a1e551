import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProcess } from '../support/api-process.js';
import { eventually } from '../support/eventually.js';
import { FIXED_WEATHER, FixedUpstream } from '../support/fixed-upstream.js';
import { sendRaw, sendRequest, type RawResponse } from '../support/http-client.js';
import { ForgingIssuer } from '../support/issuer/forging-issuer.js';
import { ALGORITHM_ROWS } from './rows/algorithm-rows.js';
import { CLAIM_ROWS, DATE_ROWS, SCOPE_ROWS } from './rows/claim-rows.js';
import { HEADER_ROWS } from './rows/header-rows.js';
import { FORM_ROWS, REQUEST_ROWS } from './rows/request-rows.js';
import { SIGNATURE_ROWS } from './rows/signature-rows.js';
import { TYPE_ROWS } from './rows/type-rows.js';
import type { Credentials, TokenRow, TokenWorld } from './token-row.js';

const TABLES: Readonly<Record<string, readonly TokenRow[]>> = {
  'the algorithm of a token': ALGORITHM_ROWS,
  'the signature of a token': SIGNATURE_ROWS,
  'the header of a token': HEADER_ROWS,
  'the purpose of a token': TYPE_ROWS,
  'the dates of a token': DATE_ROWS,
  'the claims of a token': CLAIM_ROWS,
  'the scope of a token': SCOPE_ROWS,
  'the form of a token': FORM_ROWS,
  'the request around a token': REQUEST_ROWS,
};
const ROWS = Object.values(TABLES).flat();
const PATH = '/prcpt?lt=48.87&lg=2.3';

let world: TokenWorld;
let upstream: FixedUpstream;
let api: ApiProcess;

beforeAll(async () => {
  const [issuer, attacker] = await Promise.all([ForgingIssuer.start(), ForgingIssuer.start()]);
  world = { issuer, attacker, keys: ownKeys() };
  upstream = await FixedUpstream.start();
  await publishKeys(world);
  api = await ApiProcess.start({
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  const ready = async () => (await sendRequest(`${api.url}/health/ready`)).status === 200;
  await eventually(ready, 20_000);
});
afterAll(async () => {
  const acceptedRows = ROWS.filter(({ status }) => status === 200).length;
  // Not `console.log`, which Jest silences.
  process.stdout.write(
    `token suite: ${ROWS.length} tokens, ${acceptedRows} accepted, ${ROWS.length - acceptedRows} rejected\n`,
  );
  await api.end('SIGKILL');
  await Promise.all([world.issuer.goDown(), world.attacker.goDown(), upstream.stop()]);
});

const rsa = (modulusLength = 2048, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).privateKey;

function ownKeys(): TokenWorld['keys'] {
  return {
    open: rsa(),
    'rs-only': rsa(),
    short: rsa(1024),
    'small-exponent': rsa(2048, 3),
    'for-encryption': rsa(),
  };
}

/** The newest published key, with which rows sign unless they name another, is `rs`. */
async function publishKeys({ issuer, keys }: TokenWorld): Promise<void> {
  await issuer.addKey({ kid: 'hidden', alg: 'RS256', publish: false });
  await issuer.addKey({ kid: 'es', alg: 'ES256' });
  await issuer.addKey({ kid: 'ps', alg: 'PS256' });
  await issuer.addKey({ kid: 'rs', alg: 'RS256' });
  const members = { 'rs-only': { alg: 'RS256' }, 'for-encryption': { use: 'enc' } };
  const own = Object.entries(keys).map(([kid, key]) => {
    const { n, e } = key.export({ format: 'jwk' });
    return { kty: 'RSA', n, e, kid, ...(members as Record<string, object>)[kid] };
  });
  const { keys: ring } = await issuer.keys.jwks();
  issuer.jwksBody = JSON.stringify({ keys: [...ring, ...own] });
}

function send(credentials: Credentials): Promise<RawResponse> {
  const lines =
    typeof credentials === 'string' ? [`Authorization: Bearer ${credentials}`] : credentials.lines;
  const head = [`GET ${PATH} HTTP/1.1`, 'Host: x', 'Connection: close', ...lines, '', ''];
  return sendRaw(api.url, head.join('\r\n'));
}

/** The parts of an answer that a client decides by. */
const verdictOf = ({ status, headers, text }: RawResponse) => ({
  status,
  challenge: headers['www-authenticate'],
  type: headers['content-type'],
  body: status === 200 ? (JSON.parse(text) as unknown) : undefined,
});

function expectedVerdict({ status, error }: TokenRow): ReturnType<typeof verdictOf> {
  if (status === 200) {
    const type = 'application/json; charset=utf-8';
    return { status, challenge: undefined, type, body: FIXED_WEATHER };
  }
  const type = 'application/problem+json; charset=utf-8';
  return { status, challenge: challengeOf(status, error), type, body: undefined };
}

/** RFC 6750 section 3. */
function challengeOf(status: number, error: TokenRow['error']): string | undefined {
  if (error === 'insufficient_scope') return `Bearer error="${error}", scope="weather:read"`;
  if (error !== undefined) return `Bearer error="${error}"`;
  return status === 401 ? 'Bearer' : undefined;
}

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows.map((row) => [row.what, row] as const))(
    'decides a request with %s',
    async (_what, row) => {
      const answer = await send(await row.credentials(world));

      expect(verdictOf(answer)).toEqual(expectedVerdict(row));
    },
  );
});

describe('the token suite', () => {
  it('has at least 150 different rows, with and without a valid token', () => {
    expect(new Set(ROWS.map(({ what }) => what)).size).toBeGreaterThanOrEqual(150);
    expect(ROWS.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(40);
  });

  it('never asks a server that a token names, nor logs an error', () => {
    expect([world.attacker.jwksFetches, world.attacker.discoveryFetches]).toEqual([0, 0]);
    expect(api.lines.filter((line) => line['log.level'] === 'error')).toEqual([]);
  });
});
