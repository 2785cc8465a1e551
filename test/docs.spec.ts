import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { ApiProcess } from './support/api-process.js';
import { LoadedPackages } from './support/preloads/loaded-packages.js';
import { World } from './support/world.js';

const COMMITTED = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
/** Builds and keeps the documents. */
const CACHE = '@nestjs/cache-manager';

let world: World;
let loaded: LoadedPackages;

beforeAll(async () => {
  loaded = new LoadedPackages();
  world = await World.start({ environment: loaded.environment });
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  loaded.remove();
});

const textOf = async (path: string, api: ApiProcess = world.api): Promise<string> =>
  (await fetch(api.url + path)).text();

describe('the documentation', () => {
  it('costs nothing until somebody asks for it', async () => {
    expect(loaded.names.has('fastify')).toBe(true);
    expect(loaded.names.has(CACHE)).toBe(false);

    await textOf('/openapi.json');
    expect(loaded.names.has(CACHE)).toBe(true);
  });

  it('is the committed openapi.yaml, to the letter', async () => {
    const response = await fetch(`${world.api.url}/openapi.yaml`);
    expect(response.headers.get('content-type')).toMatch(/^text\/yaml/);
    expect(await response.text()).toBe(COMMITTED);
  });

  it('is the same document as JSON, at the second request too', async () => {
    const response = await fetch(`${world.api.url}/openapi.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const first = await response.text();
    expect(JSON.parse(first)).toEqual(parse(COMMITTED));
    expect(await textOf('/openapi.json')).toBe(first);
  });

  it('names PUBLIC_URL as its server, to which tools append a path', async () => {
    const api = await world.startApi({ PUBLIC_URL: 'https://weather.test/' });
    const { servers } = JSON.parse(await textOf('/openapi.json', api)) as { servers: object[] };

    expect(servers).toEqual([expect.objectContaining({ url: 'https://weather.test' })]);
  });

  it('gives Swagger UI its page, its script and the document', async () => {
    expect(await textOf('/docs')).toContain('Meteo French API');
    expect((await fetch(`${world.api.url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
    expect(await textOf('/docs/swagger-ui-init.js')).toContain('"/v1/glance"');
  });

  it('shows browsers a page at /, whose links work, and all other clients the JSON', async () => {
    const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
    const page = await fetch(`${world.api.url}/`, browser);
    const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, path]) => path);
    const answers = links.map(async (path) => (await fetch(world.api.url + path)).status);

    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
    expect(links.length).toBeGreaterThan(10);
    const other = await fetch(`${world.api.url}/`);
    expect(await other.text()).toMatch(/^{"name":"meteofrenchapi","version":"[^"]+"}$/);
    for (const { headers } of [page, other]) expect(headers.get('vary')).toMatch(/^Accept(,|$)/);
  });

  it('is not offered at / where DOCS_ENABLED is false', async () => {
    const [api = await world.startApi({ DOCS_ENABLED: 'false' })] = world.apis.slice(2);
    const answer = await fetch(`${api.url}/`, { headers: { accept: 'text/html' } });

    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('vary')).toBeNull();
  });

  it.each(['/docs', '/openapi.json', '/openapi.yaml'])(
    'has no %s where DOCS_ENABLED is false',
    async (path) => {
      const [api = await world.startApi({ DOCS_ENABLED: 'false' })] = world.apis.slice(2);
      expect((await fetch(api.url + path)).status).toBe(404);
    },
  );
});
