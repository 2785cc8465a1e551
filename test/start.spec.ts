import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';

describe('starting with an invalid environment', () => {
  it('exits at once and lists every fault without printing a secret', async () => {
    const start = ApiProcess.start({
      PORT: 'eighty',
      OIDC_ISSUER: 'http://issuer.example',
      ACCWEA_TOKEN: 'two words',
      CELL_GRID: 'furlongs:8',
    });
    const error: Error = await start.then(
      () => new Error('it started'),
      (reason: Error) => reason,
    );
    expect(error.message).toContain('4 fault(s)');
    for (const name of ['PORT', 'OIDC_ISSUER', 'ACCWEA_TOKEN', 'CELL_GRID']) {
      expect(error.message).toContain(name);
    }
    expect(error.message).not.toContain('two words');
  });
});

describe('the command of production', () => {
  const START = /^node (--[\w=-]+ )*dist\/[\w./-]+\.js$/;

  /** Options that Node 20 does not have, so that npm cannot pass them. */
  const ONLY_IN_THE_IMAGE = ['--permission', '--allow-fs-read=*', '--disable-sigusr1'];

  it('is one Node process without a shell, the same for npm and, with more options, for the image', () => {
    const start = (JSON.parse(read('package.json')) as Manifest).scripts['start:prod'];
    expect(start).toMatch(START);
    const command = /^CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]';
    const [node = '', ...rest] = JSON.parse(command) as string[];
    expect(rest).toEqual(expect.arrayContaining(ONLY_IN_THE_IMAGE));
    const shared = rest.filter((option) => !ONLY_IN_THE_IMAGE.includes(option));
    expect([node, ...shared].join(' ')).toBe(start);
  });

  it('shows our TypeScript files in stack traces', async () => {
    const api = await ApiProcess.start({ OIDC_ISSUER: 'http://127.0.0.1:1' });
    await eventually(() =>
      /at async fetchJson \([^)]*libs\/auth\/[\w/.-]+\.ts:\d+:\d+\)/.test(api.output),
    );
    await api.end('SIGKILL');
  });
});

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}

function read(file: string): string {
  return readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
}
