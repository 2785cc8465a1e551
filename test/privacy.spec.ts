import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { FixedUpstream, SEARCH_PATH } from './support/fixed-upstream.js';
import { sendRequest, type RawResponse } from './support/http-client.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

/** Fifteen cells of one place, and the cell from which the curious user starts. */
const CELLS = Array.from({ length: 15 }, (_, i) => `lt=48.87&lg=${(2.3 + i * 0.05).toFixed(2)}`);
const HOME = 'lt=48.97&lg=2.30';
const PATHS = ['/prcpt', '/uvidx', '/v1/conditions', '/v1/glance'];

const PLACE = {
  Version: 1,
  Key: '623',
  Type: 'City',
  EnglishName: 'Paris',
  Country: { ID: 'FR', EnglishName: 'France' },
  TimeZone: { Name: 'Europe/Paris', GmtOffset: 1 },
  GeoPosition: { Latitude: 48.857, Longitude: 2.351 },
};

let issuer: ForgingIssuer;
let upstream: FixedUpstream;
let api: ApiProcess;

beforeAll(async () => {
  issuer = await ForgingIssuer.start();
  const observation = { EpochTime: Math.floor(Date.now() / 1000) - 300, UVIndex: 1 };
  upstream = await FixedUpstream.start((path) => {
    if (path === SEARCH_PATH) return PLACE;
    return path.startsWith('/currentconditions') ? [observation] : undefined;
  });
  api = await ApiProcess.start({
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    RATE_LIMIT_PER_MINUTE: '100000',
    MISS_LIMIT_PER_HOUR: '100000',
  });
});
afterAll(async () => {
  await api.end('SIGKILL');
  await Promise.all([issuer.goDown(), upstream.stop()]);
});

async function read(user: string, path: string): Promise<RawResponse> {
  const token = await issuer.token({ claims: { sub: user } });
  return sendRequest(api.url + path, { headers: { authorization: `Bearer ${token}` } });
}

/** What an answer says about the cache; ages advance by a second now and then. */
const cacheStatusOf = ({ status, headers }: RawResponse): string =>
  `${status} ${String(headers['cache-status']).replace(/ttl=-?\d+/, 'ttl')}`;

describe('a user who asks for the cells of a place', () => {
  it.each(PATHS)(
    'does not learn from the headers of %s in which of them another user was',
    async (path) => {
      // Other paths have been here: a cell of its own for each path.
      const shift = PATHS.indexOf(path) * 0.01;
      const cells = CELLS.map((cell) => cell.replace('48.87', (48.87 + shift).toFixed(2)));
      const visited = cells[6] ?? '';
      expect((await read('curious', `${path}?${HOME}`)).status).toBe(200);
      expect((await read('victim', `${path}?${visited}`)).status).toBe(200);
      const searches = searchCount();

      const seen: string[] = [];
      for (const cell of cells) seen.push(cacheStatusOf(await read('curious', `${path}?${cell}`)));

      // The other cells were searched for, or there would be nothing to hide.
      expect(searchCount() - searches).toBe(cells.length - 1);
      expect(new Set(seen)).toEqual(new Set(['200 mfapi; hit; ttl']));
    },
  );

  it('leaves a log that says which requests had to search', async () => {
    await read('curious', '/prcpt?lt=48.80&lg=2.30');
    const cacheLabels = api.lines
      .filter((line) => line['url.path'] === '/prcpt')
      .map((line) => line['labels.cache']);

    expect(cacheLabels).toContain('miss');
  });
});

function searchCount(): number {
  return upstream.calls.filter((path) => path === SEARCH_PATH).length;
}
