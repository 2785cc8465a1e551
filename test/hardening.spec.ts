import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeVersions } from '../apps/bench/world/node-versions.js';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';
import { describeWith } from './support/tools/describe-with.js';
import { World } from './support/world.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => (world as World | undefined)?.stop());

describe('the pages of the documentation', () => {
  const PAGES = ['/docs', '/docs/', '/docs/index.html', '/docs/swagger-ui-init.js'];
  const FILES = ['/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css', '/docs/nothing'];
  const DOCUMENTS = ['/openapi.json', '/openapi.yaml'];

  it.each([...PAGES, ...FILES, ...DOCUMENTS])(
    'run only scripts of this server, and are not framed or sniffed: %s',
    async (path) => {
      const { headers } = await fetch(world.api.url + path);
      const policy = headers.get('content-security-policy') ?? '';

      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    },
  );

  it('cost a watch no header', async () => {
    const { headers } = await world.get('/prcpt?lt=48.8705&lg=2.3049');

    expect(headers.get('content-security-policy')).toBeNull();
  });
});

describe('SIGUSR1', () => {
  it('does not open the inspector', async () => {
    world.api.signal('SIGUSR1');
    await eventually(() => /SIGUSR1 is ignored|Debugger listening/.test(world.api.output));

    expect(world.api.output).not.toContain('Debugger listening');
    expect((await world.get('/health/live')).status).toBe(200);
  });
});

describe("another server's text in the log", () => {
  const ESCAPES = '\x1b[31m\u202e\u2028\x07';
  const HOSTILE: readonly [string, Partial<Pick<ForgingIssuer, 'jwksBody' | 'discoveryBody'>>][] = [
    ['a JWKS that is not JSON', { jwksBody: `${ESCAPES}secret` }],
    ['a discovery document that is not JSON', { discoveryBody: `secret${ESCAPES}` }],
    [
      'a discovery document of another issuer',
      { discoveryBody: JSON.stringify({ issuer: `${'long'.repeat(10_000)}${ESCAPES}` }) },
    ],
    [
      'another issuer with escapes',
      { discoveryBody: JSON.stringify({ issuer: `other${ESCAPES}`, jwks_uri: ESCAPES }) },
    ],
  ];

  it.each(HOSTILE)('is short and printable: %s', async (_name, answers) => {
    const issuer = await ForgingIssuer.start();
    Object.assign(issuer, answers);
    const api = await ApiProcess.start({
      OIDC_ISSUER: issuer.issuer,
      ACCWEA_URL: 'http://127.0.0.1:1',
    });
    const line = await eventually(() => api.lines.find(({ error }) => error !== undefined));
    await api.end('SIGKILL');
    await issuer.goDown();
    const { message, stack_trace: stack } = line['error'] as Record<string, string>;

    expect(message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(message).not.toContain('secret');
    expect(message?.length).toBeLessThan(500);
    expect(stack?.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  });
});

/** The options of Node in the image, which has Node 24. */
function optionsInTheImage(): string[] {
  const dockerfile = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8');
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}

const NODE_24 = nodeVersions().find(({ version }) => version.startsWith('24.'));
const describeOnNode24 = describeWith({
  name: 'Node 24 (npm run bench -- --fetch)',
  isInstalled: NODE_24 !== undefined,
});

describeOnNode24('the API with the permissions of the image', () => {
  const PRELOAD = new URL('support/preloads/forbidden-preload.mjs', import.meta.url);
  let api: ApiProcess;

  beforeAll(async () => {
    const options = [...optionsInTheImage(), `--import=${PRELOAD.href}`];
    const exporters = {
      SENTRY_DSN: 'http://key@127.0.0.1:1/1',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    };
    api = await world.startApi(exporters, { node: { binary: NODE_24!.binary, options } });
  });

  it.each(['/prcpt?lt=48.8705&lg=2.3049', '/docs', '/docs/swagger-ui.css', '/openapi.yaml'])(
    'answers %s',
    async (path) => {
      expect((await world.getOnce(path, api)).status).toBe(200);
      expect(api.output).not.toMatch(/ERR_ACCESS_DENIED.*at /);
    },
  );

  it.each([
    ['read a file', 'done'],
    ['write a file', 'ERR_ACCESS_DENIED'],
    ['start a process', 'ERR_ACCESS_DENIED'],
    ['start a thread', 'ERR_ACCESS_DENIED'],
    ['load native code', 'ERR_DLOPEN_DISABLED'],
  ])('may %s: %s', (attempt, outcome) => {
    expect(api.lines).toContainEqual({ attempt, outcome });
  });

  it('exits with code 0 after SIGTERM, and SIGUSR1 does not open the inspector', async () => {
    api.signal('SIGUSR1');

    expect(await api.end('SIGTERM')).toBe(0);
    expect(api.output).not.toContain('Debugger listening');
  });
});
