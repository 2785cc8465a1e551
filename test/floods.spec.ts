import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from '@jest/globals';
import { MAX_MEMORY_MIB, type FloodResult } from '../apps/bench/floods/flood-result.js';
import { describeWith, programOnPath } from './support/tools/describe-with.js';

const PROGRAM = fileURLToPath(new URL('../dist/apps/bench/floods/main.js', import.meta.url));
/** `npm run flood` sends all, and measures. */
const SHARE = '0.02';
/** The limit is 100 ms; other suites load the machine. */
const MAX_LOADED_P99_MS = 3_000;

/** The outcomes that a flood may have, and the one that it must have. */
const OUTCOMES: Readonly<Record<string, readonly [most: string, ...others: string[]]>> = {
  'distinct bad tokens': ['401'],
  'distinct good tokens': ['200'],
  'random positions of one user': ['429', '200', '404'],
  'random positions of many users': ['503', '200', '404', '429'],
  'pipelining connections': ['closed'],
  'slow connections': ['closed'],
};

const linux = { name: '/proc', isInstalled: existsSync('/proc/self/clear_refs') };

describeWith(linux, programOnPath('redis-server'))('a fiftieth of each flood', () => {
  const results = new Map<string, FloodResult>();

  beforeAll(async () => {
    const run = [PROGRAM, `--share=${SHARE}`, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, run);
    for (const result of JSON.parse(stdout) as FloodResult[]) results.set(result.name, result);
  });

  it.each(Object.entries(OUTCOMES))('%s: is answered or refused', (name, [most, ...others]) => {
    const { outcomes = {} } = results.get(name) ?? {};
    const sorted = Object.entries(outcomes).toSorted(([, a], [, b]) => b - a);

    expect(sorted[0]?.[0]).toBe(most);
    expect([most, ...others]).toEqual(expect.arrayContaining(Object.keys(outcomes)));
  });

  it.each(Object.keys(OUTCOMES))('%s: neither fills the memory nor stops a warm watch', (name) => {
    const result = results.get(name);

    expect(result?.peakMiB).toBeLessThan(MAX_MEMORY_MIB);
    expect(result?.during.failed).toBe(0);
    expect(result?.during.requests).toBeGreaterThan(0);
    expect(result?.during.p99Ms).toBeLessThan(MAX_LOADED_P99_MS);
  });
});
