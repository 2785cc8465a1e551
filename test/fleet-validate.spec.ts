import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PROGRAM = join(process.cwd(), 'dist/apps/fleet/main.js');
/** Ten minutes of the hour in twenty seconds, about eight requests per second. */
const SMALL = ['--watches=300', '--minutes=10', '--speed=30'];
/** Other tests use the machine, too. */
const SHARED_MACHINE = ['--max-lag-ms=5000'];
const DATASETS = ['conditions', 'minutely', 'hourly', 'daily', 'alerts'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-validate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function validate(...args: readonly string[]) {
  const child = spawn(process.execPath, [PROGRAM, 'validate', ...args]);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'exit');
  const [stdout, stderr] = await output;
  return { code: code as number, stdout, stderr };
}

describe('npm run fleet -- validate', () => {
  it('plays the same requests on both sides, prints both, and says that they agree', async () => {
    const json = join(folder, 'result.json');
    const { code, stdout, stderr } = await validate(...SMALL, ...SHARED_MACHINE, `--json=${json}`);
    const result = JSON.parse(readFileSync(json, 'utf8'));

    expect({ code, outcome: result.outcome, reasons: result.reasons }).toEqual({
      code: 0,
      outcome: 'agrees',
      reasons: [],
    });
    expect(stdout).toMatch(/dataset +\| hits, plan \| +HTTP \|/);
    for (const name of [...DATASETS, 'all']) {
      expect(stdout).toMatch(new RegExp(`\\| ${name} +\\| +[\\d.]+ % \\| +[\\d.]+ % \\|`));
    }
    expect(stdout).toContain('GeoNames');
    expect(stderr).toContain('30 times faster');
    expect(result.requests).toBeGreaterThan(50);
    expect(result.http.requests.requests).toBe(result.requests);
    for (const name of DATASETS) {
      expect(result.http.figures[name].reads).toBe(result.plan[name].reads);
      expect(result.http.figures[name].calls).toBeGreaterThan(0);
    }
  });

  it.each([
    ['--speed=7', 'use a divisor of 60'],
    ['--polling=quarter', 'must be a number of requests per day, or hourly'],
    ['--watches=0', 'must be a whole number from 1'],
  ])('rejects %s and says what is expected', (option, message) => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'validate', option], {
      encoding: 'utf8',
    });

    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
