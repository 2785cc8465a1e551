import { describe, expect, it } from '@jest/globals';
import { problemCheck, programCheck, runChecks } from './run-checks.js';

describe('runChecks', () => {
  it('names the checks that failed, and prints the whole output of one after the other', async () => {
    const printed: string[] = [];
    const checks = {
      good: programCheck(['-e', 'console.log("fine")']),
      bad: programCheck(['-e', 'console.error("wrong"); process.exitCode = 1']),
      none: problemCheck(() => []),
      some: problemCheck(() => ['a: 1', 'b: 2']),
    };
    const failed = await runChecks(checks, 2, (text) => printed.push(text));

    expect(failed.toSorted()).toEqual(['bad', 'some']);
    const outputAfter = (name: string): string | undefined =>
      printed[printed.findIndex((text) => text.startsWith(`— ${name} (`)) + 1];
    expect(outputAfter('good')).toBe('fine');
    expect(outputAfter('bad')).toBe('wrong');
    expect(outputAfter('some')).toBe('a: 1\nb: 2');
    expect(printed).toHaveLength(7);
  });

  it('fails a check whose program does not start', async () => {
    const { passed } = await programCheck(['no-such-program.js'])();

    expect(passed).toBe(false);
  });
});
