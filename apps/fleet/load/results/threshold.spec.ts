import { describe, expect, it } from '@jest/globals';
import { phaseResult } from './phase-result.fixture.js';
import { judge, parseThreshold } from './threshold.js';

const MEASURED = phaseResult({ hits: 98, errors: 2, latencyMs: 40, lagMs: 3, upstreamCalls: 5 });
const PHASES = { hold: MEASURED, wave: phaseResult({ hits: 200, upstreamCalls: 1 }) };

const passes = (expression: string): boolean =>
  judge(parseThreshold(expression), MEASURED, PHASES).passed;

describe('parseThreshold', () => {
  it.each([
    ['hit.p99<50', true],
    ['hit.p99<39', false],
    ['hit.p99 >= 39', true],
    ['latency.max<=41', true],
    ['lag.p99<2', false],
    ['errors<0.02', false],
    ['errors<=0.02', true],
    ['hitShare>0.97', true],
    ['requests>99', true],
    ['dropped<1', true],
    ['upstreamShare<0.01', false],
    ['wave.upstreamShare<0.01', true],
    ['wave.hit.p50<2', true],
    ['wave.upstreamCalls>1', false],
  ])('decides %s as %s', (expression, passed) => {
    expect(passes(expression)).toBe(passed);
  });

  it('does not pass where nothing was measured', () => {
    const unmeasured = ['miss.p99<50', 'warmUp.errors<1', 'ramp.upstreamShare<1'];

    for (const expression of unmeasured) {
      expect(judge(parseThreshold(expression), MEASURED, PHASES)).toEqual({
        expression,
        value: null,
        passed: false,
      });
    }
  });

  it.each([
    'hit.p98<50',
    'hit<50',
    'errors.p99<1',
    'surge.errors<1',
    'errors=0',
    'errors<',
    'errors<x',
    'constructor<1',
    'wave.hit.p99.p99<1',
    '',
  ])('rejects %j with the words that it knows', (expression) => {
    expect(() => parseThreshold(expression)).toThrow(/is not a threshold.*hit\.p99<50.*wave/s);
  });
});
