import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoadResult } from '../apps/fleet/load/results/load-result.js';
import { eventually } from './support/eventually.js';
import { World } from './support/world.js';

const PROGRAM = fileURLToPath(new URL('../dist/apps/fleet/main.js', import.meta.url));
/** 40 wake-ups to warm up, 20 at the rate, 20 in the wave, of different watches. */
const PLAN = [
  '--watches=40',
  '--warm-up=10',
  '--mix=conditions',
  '--places=cities',
  '--city-radius-km=0.1',
  '--ramp=0s',
  '--rate=10',
  '--hold=2s',
  '--wave=2x1s',
];
/** Other tests use the machine of the generator, too. */
const SHARED_MACHINE = ['--max-lag-ms=2000', '--timeout=30s'];

describe('npm run fleet -- load', () => {
  let world: World;
  let folder: string;
  /** Each attempt of the test asks about other places, which the API does not know yet. */
  let attempt = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fleet-load-'));
    world = await World.start();
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    rmSync(folder, { recursive: true });
  });

  function start(args: readonly string[]) {
    const target = [
      `--url=${world.api.url}`,
      `--issuer=${world.issuerUrl}`,
      `--metrics=${world.simulatorUrl}/__simulator/calls`,
    ];
    const all = [PROGRAM, 'load', ...target, ...PLAN, ...SHARED_MACHINE, ...args];
    const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const ended = once(child, 'exit').then(async ([code]) => {
      const [stdout, stderr] = await output;
      return { code: code as number, stdout, stderr };
    });
    return { child, ended };
  }

  it('sends the planned requests, passes, and writes what it measured as JSON and HTML', async () => {
    const [json, html] = [join(folder, 'result.json'), join(folder, 'result.html')];
    world.simulator.resetCalls();
    const thresholds = ['errors<0.001', 'wave.upstreamShare<0.5', 'hitShare>0.5'];
    const { code, stderr } = await start([
      `--seed=attempt ${(attempt += 1)}`,
      `--json=${json}`,
      `--html=${html}`,
      ...thresholds.map((threshold) => `--threshold=${threshold}`),
    ]).ended;
    const { outcome, reasons, subjects, phases, measured } = resultIn(readFileSync(json, 'utf8'));

    expect({ code, outcome, reasons, subjects }).toEqual({
      code: 0,
      outcome: 'passed',
      reasons: [],
      subjects: 40,
    });
    expect(phases.warmUp).toMatchObject({
      requests: 40,
      errors: { byCode: {} },
      answers: { unlabelled: { count: 0 } },
    });
    expect(phases.hold?.planned).toBe(20);
    expect(phases.wave?.planned).toBe(20);
    expect(measured.errors.count).toBe(0);
    expect(measured.notModified).toBeGreaterThan(0);
    expect(measured.answers.hit.latencyMs.p99).toBeGreaterThan(0);
    const counted = Object.values(phases).reduce((sum, one) => sum + (one.upstreamCalls ?? 0), 0);
    expect(counted).toBe(world.simulator.calls.total);
    expect(counted).toBeGreaterThan(0);
    expect(stderr).toMatch(/1 s {2}warmUp .* upstream calls \d+/);
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('Load test: passed');
    expect(page).not.toMatch(/<script|src=|href=/);
  });

  it('exits with 1 when a threshold is missed, and prints its value', async () => {
    const { code, stdout } = await start(['--threshold=hit.p50<0.001']).ended;

    expect(code).toBe(1);
    expect(stdout).toMatch(/MISSED hit\.p50<0\.001 {3}\d/);
  });

  it('exits with 3 when the generator is later than it may be', async () => {
    const { code, stdout } = await start(['--max-lag-ms=0.001']).ended;

    expect(code).toBe(3);
    expect(stdout).toMatch(/INVALID\n {2}the generator was late in hold/);
  });

  it('exits with 4 when more upstream calls are caused than permitted', async () => {
    const { code, stdout } = await start(['--seed=elsewhere', '--max-upstream-calls=3']).ended;

    expect(code).toBe(4);
    expect(stdout).toMatch(/STOPPED\n {2}stopped: \d+ upstream calls .* --max-upstream-calls is 3/);
  });

  it('prints the results so far on Ctrl-C', async () => {
    const { child, ended } = start(['--hold=10m', '--json=-']);
    let progress = '';
    child.stderr.on('data', (chunk: Buffer) => (progress += chunk.toString()));
    await eventually(() => / hold /.test(progress), 60_000);
    child.kill('SIGINT');
    const { code, stdout } = await ended;

    expect(code).toBe(4);
    expect(resultIn(stdout)).toMatchObject({
      outcome: 'stopped',
      reasons: ['stopped: interrupted'],
    });
    expect(resultIn(stdout).measured.requests).toBeGreaterThan(0);
  });

  it('exits with 2 and a sentence for a wrong option', async () => {
    const { code, stderr } = await start(['--rate=fast']).ended;

    expect(code).toBe(2);
    expect(stderr).toContain('--rate must be a number above 0; it is fast');
  });
});

function resultIn(json: string): LoadResult {
  return JSON.parse(json) as LoadResult;
}
