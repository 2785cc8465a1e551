import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PROGRAM = join(process.cwd(), 'dist/apps/fleet/main.js');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fleet = (...args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });

function planWith(workers: number) {
  const file = join(folder, `${workers}.json`);
  const args = ['--watches=4000', '--one-in=3', '--sweep=windows,fleet', `--workers=${workers}`];
  const { status, stdout, stderr } = fleet('plan', ...args, '--json', file);
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  const { command, ...figures } = JSON.parse(readFileSync(file, 'utf8'));
  return { command, figures, stdout, stderr };
}

describe('npm run fleet', () => {
  it('plans with any number of threads alike, says where places come from, and writes the documented keys', () => {
    const [alone, two] = [planWith(0), planWith(2)];
    expect(two.figures).toEqual(alone.figures);
    expect(two.stdout).toBe(alone.stdout);
    expect(two.stdout).toContain('GeoNames');
    expect(two.stderr).toContain('plan: reading the places');
    expect(two.command).toContain('npm run fleet -- plan --watches=4000');
    const keys = ['hitRatio', 'upstreamCalls', 'floorCalls', 'load', 'budget', 'rows'];
    for (const key of keys) expect(two.figures).toHaveProperty(key);
    const document = readFileSync('docs/fleet.md', 'utf8');
    for (const key of Object.keys(two.figures)) expect(document).toContain(`\`${key}`);
  });

  it.each([
    [['plan', '--watches=none'], '--watches=none: must be a whole number from 1'],
    [['plan', '--json=/no/such/folder/x.json'], '/no/such/folder is not a folder'],
    [['fly'], 'unknown command fly'],
    [[], 'a command is missing'],
  ])('rejects %j, says why, and what to type', (args, message) => {
    const { status, stderr } = fleet(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('npm run fleet -- plan');
  });

  it('prints its options', () => {
    const { status, stdout } = fleet('plan', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--price-per-1000');
  });
});
