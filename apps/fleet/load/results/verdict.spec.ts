import { describe, expect, it } from '@jest/globals';
import { phaseResult } from './phase-result.fixture.js';
import { verdict, type Evidence } from './verdict.js';

const GOOD: Evidence = {
  phases: { hold: phaseResult({ hits: 500, lagMs: 2 }) },
  thresholds: [{ expression: 'errors<0.001', value: 0, passed: true }],
  maxLagMs: 10,
  stopReason: undefined,
};
const MISSED = [{ expression: 'hit.p99<50', value: 61.5, passed: false }];

describe('verdict', () => {
  it('passes a complete run whose thresholds hold', () => {
    expect(verdict(GOOD)).toEqual({ outcome: 'passed', reasons: [] });
  });

  it('names a missed threshold with its value', () => {
    expect(verdict({ ...GOOD, thresholds: MISSED })).toEqual({
      outcome: 'missed',
      reasons: ['missed hit.p99<50: 61.5'],
    });
  });

  it('is invalid when the generator was late, even where the thresholds hold', () => {
    const late = verdict({ ...GOOD, phases: { wave: phaseResult({ hits: 500, lagMs: 25 }) } });

    expect(late.outcome).toBe('invalid');
    expect(late.reasons.join()).toMatch(/late in wave.* limit 10 ms/);
  });

  it('is invalid when wake-ups were dropped', () => {
    const dropped = { ...phaseResult({ hits: 500 }), dropped: 1 };

    expect(verdict({ ...GOOD, phases: { hold: dropped } })).toMatchObject({
      outcome: 'invalid',
      reasons: [expect.stringMatching(/1 wake-ups of hold were dropped/)],
    });
  });

  it('is invalid when too many watches sent nothing', () => {
    const [none, two] = [0, 2].map((notSent) =>
      verdict({ ...GOOD, phases: { hold: phaseResult({ hits: 98, notSent }) } }),
    );

    expect([none?.outcome, two?.outcome]).toEqual(['passed', 'invalid']);
  });

  it('does not judge the generator before the measured phases', () => {
    const phases = { warmUp: phaseResult({ hits: 5, lagMs: 90 }) };

    expect(verdict({ ...GOOD, phases }).outcome).toBe('passed');
  });

  it('is stopped when the run ended early, whatever else is wrong', () => {
    const stopped = verdict({ ...GOOD, thresholds: MISSED, stopReason: 'interrupted' });

    expect(stopped).toEqual({
      outcome: 'stopped',
      reasons: ['stopped: interrupted', 'missed hit.p99<50: 61.5'],
    });
  });
});
