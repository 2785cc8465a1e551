import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mfapi-deploy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program on the PATH that writes down its arguments, then runs `body`. */
function stub(name: string, body: string): void {
  const script = `#!/usr/bin/env bash\necho "${name} $*" >>"${folder}/calls"\n${body}\n`;
  writeFileSync(join(folder, name), script, { mode: 0o755 });
}

/** Settings of the environment. */
let settings: Readonly<Record<string, string>> = {};
afterEach(() => {
  settings = {};
});

function run(script: string, ...args: string[]): { code: number | null; calls: string[] } {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const env = { ...process.env, ...settings, PATH: `${folder}:${process.env['PATH']}` };
  const { status } = spawnSync('bash', [path, ...args], { env });
  return { code: status, calls: callsIn(join(folder, 'calls')) };
}

function callsIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

describe('roll-back.sh', () => {
  it.each<[what: string, descriptions: string[], revision: number | undefined, code: number]>([
    ['returns to the revision before the commit', [A, B, C], 2, 0],
    [
      'returns to a rollback rather than to the release that it undid',
      [A, B, 'Rollback to 1', C],
      3,
      0,
    ],
    ['passes over a repeated upgrade to the same commit', [A, C, C], 1, 0],
    ['leaves a later release alone', [A, C, B], undefined, 0],
    ['leaves what Helm rolled back itself', [A, 'Upgrade failed', 'Rollback to 1'], undefined, 0],
    ['fails when there is nothing to return to', [C], undefined, 1],
  ])('%s', (_what, descriptions, revision, code) => {
    const history = descriptions.map((description, i) => ({ revision: i + 1, description }));
    stub('helm', `[ "$1" != history ] || echo '${JSON.stringify(history)}'`);
    const ended = run('roll-back.sh', C);

    expect(ended.code).toBe(code);
    expect(ended.calls.slice(1)).toEqual(
      revision ? [expect.stringContaining(`helm rollback mfapi ${revision} `)] : [],
    );
  });
});

describe('refuse-older.sh', () => {
  it.each<[what: string, tag: string, isKnown: boolean, isOlder: boolean, code: number]>([
    ['passes when an ancestor runs', A, true, false, 0],
    ['passes when the same commit runs', C, true, true, 0],
    ['passes when a build runs that is no commit', 'dev', false, true, 0],
    ['fails when a later commit runs', B, true, true, 1],
  ])('%s', (_what, tag, isKnown, isOlder, code) => {
    stub(
      'helm',
      `if [ "$1" = list ]; then echo '[{}]'; else echo '{"image":{"tag":"${tag}"}}'; fi`,
    );
    stub('git', `if [ "$1" = rev-parse ]; then ${isKnown}; else ${isOlder}; fi`);

    expect(run('refuse-older.sh', C).code).toBe(code);
  });

  it('passes before the first installation', () => {
    stub('helm', 'echo "[]"');

    expect(run('refuse-older.sh', C)).toEqual({
      code: 0,
      calls: [expect.stringContaining('list')],
    });
  });
});

describe('upgrade.sh', () => {
  const digests = JSON.stringify({
    mfapi: 'sha256:1',
    'mfapi-smoke': 'sha256:2',
    'mfapi-development': 'sha256:3',
    'charts/mfapi': 'sha256:4',
  });

  it('installs chart and images by digest, with the commit as description', () => {
    stub('helm', '');
    const { code, calls } = run('upgrade.sh', 'registry.example', 'staging', C, digests);

    expect(code).toBe(0);
    expect(calls[0]).toContain('pull oci://registry.example/charts/mfapi@sha256:4 ');
    expect(calls[1]).toContain(` --atomic --timeout 30m --description ${C} `);
    for (const digest of [
      'image.digest=sha256:1',
      'image.digest=sha256:2',
      'image.digest=sha256:3',
    ])
      expect(calls[1]).toContain(digest);
  });

  const upgrade = (): string => run('upgrade.sh', 'x', 'staging', C, digests).calls.at(-1) ?? '';

  it('limits the load test to LOAD_TEST_BUDGET, where that is set', () => {
    stub('helm', '');
    expect(upgrade()).not.toContain('maxUpstreamCalls');

    settings = { LOAD_TEST_BUDGET: '300' };
    expect(upgrade()).toContain(' --set loadTest.maxUpstreamCalls=300');
  });

  it("hands on the issuer's keys", () => {
    settings = { OIDC_ISSUER: 'https://issuer.example/' };
    stub(
      'helm',
      `[ "$1" != upgrade ] || cat "$(grep -o '[^=]*jwks.json' <<<"$*")" >"${folder}/keys"`,
    );
    stub(
      'curl',
      `case "$*" in *openid-configuration) echo '{"jwks_uri":"https://issuer.example/k"}' ;; *) echo published ;; esac`,
    );
    expect(upgrade()).toContain('--set-file issuerKeys.jwks=');
    expect(readFileSync(join(folder, 'keys'), 'utf8')).toBe('published\n');
  });

  it('hands on the keys of the last deployment while the issuer is down', () => {
    settings = { OIDC_ISSUER: 'https://issuer.example' };
    stub(
      'helm',
      `case "$1" in
         get) echo '{"issuerKeys":{"jwks":"deployed"}}' ;;
         upgrade) cat "$(grep -o '[^=]*jwks.json' <<<"$*")" >"${folder}/keys" ;;
       esac`,
    );
    stub('curl', 'exit 22');
    expect(upgrade()).toContain('--set-file issuerKeys.jwks=');
    expect(readFileSync(join(folder, 'keys'), 'utf8')).toBe('deployed');
  });

  it('installs without keys when there are none', () => {
    settings = { OIDC_ISSUER: 'https://issuer.example' };
    stub('helm', `[ "$1" != get ] || echo '{}'`);
    stub('curl', 'exit 22');
    expect(upgrade()).toContain(`--description ${C}`);
    expect(upgrade()).not.toContain('issuerKeys');
  });

  it('installs nothing when a digest is missing', () => {
    stub('helm', '');
    const { code, calls } = run(
      'upgrade.sh',
      'registry.example',
      'test',
      C,
      '{"charts/mfapi":"x"}',
    );

    expect(code).not.toBe(0);
    expect(calls).toEqual([]);
  });
});
