import { describe, expect, it } from '@jest/globals';
import { skippedTests, type SuiteReport } from './skipped-tests.js';

const ROOT = '/repository/';
const STORE = 'test/redis-store.spec.ts';

/** A suite's report, from full titles of tests by status. */
const suite = (file: string, tests: Readonly<Record<string, string>>): SuiteReport => ({
  name: ROOT + file,
  assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
});

describe('skippedTests', () => {
  it('has one line for all tests of a suite that need a missing tool', () => {
    const report = [
      suite(STORE, {
        'RedisStore (needs redis-server) writes': 'pending',
        'RedisStore (needs redis-server) reads': 'pending',
        'a locator (needs redis-server) expires': 'pending',
        'the memory store writes': 'passed',
      }),
    ];

    expect(skippedTests(report, ROOT)).toEqual({
      count: 3,
      lines: [`skipped: ${STORE} (3 tests) needs redis-server`],
    });
  });

  it('has a line for each suite and each set of tools', () => {
    const report = [
      suite('test/a.spec.ts', { 'a (needs helm) x': 'pending', 'b (needs chromium) x': 'pending' }),
      suite('test/b.spec.ts', { 'a (needs helm) x': 'skipped' }),
      suite('test/c.spec.ts', { 'a (needs prometheus, redis-server) x': 'pending' }),
    ];

    expect(skippedTests(report, ROOT).lines).toEqual([
      'skipped: test/a.spec.ts (1 test) needs helm',
      'skipped: test/a.spec.ts (1 test) needs chromium',
      'skipped: test/b.spec.ts (1 test) needs helm',
      'skipped: test/c.spec.ts (1 test) needs prometheus, redis-server',
    ]);
  });

  it('names the tool of the outer suite where a test in it needs another', () => {
    const report = [
      suite(STORE, {
        'metrics (needs redis-server) count': 'pending',
        'metrics (needs redis-server) are well-formed (needs promtool)': 'pending',
      }),
    ];

    expect(skippedTests(report, ROOT).lines).toEqual([
      `skipped: ${STORE} (2 tests) needs redis-server`,
    ]);
  });

  it.each(['pending', 'skipped', 'todo'])(
    'names each test that is %s for another reason',
    (status) => {
      const report = [suite(STORE, { 'old data are read': status, 'new data are read': status })];

      expect(skippedTests(report, ROOT)).toEqual({
        count: 2,
        lines: ['skipped: old data are read', 'skipped: new data are read'],
      });
    },
  );

  it('has no line when every test ran', () => {
    const report = [suite(STORE, { 'data (needs redis-server) are read': 'passed', b: 'failed' })];

    expect(skippedTests(report, ROOT)).toEqual({ count: 0, lines: [] });
  });
});
