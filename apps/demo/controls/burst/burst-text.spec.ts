import { describe, expect, it } from '@jest/globals';
import { burstSecond, resultText, runningText, tokensText } from './burst-text.js';

const MEASURED = { requests: 10_155, errors: { count: 0 }, latencyMs: { p99: 12.4 } };

describe('the text of a burst', () => {
  it('reads the requests of a second from a line of the load generator', () => {
    const line =
      '   7 s  hold         218/s  p99 3346 ms  hits 89.32 %  errors 0  upstream calls not measured';

    expect(burstSecond(line)).toEqual({ requests: 218, p99Ms: 3_346 });
    expect(burstSecond('   1 s  ramp         0/s  p99 -  hits -')).toEqual({
      requests: 0,
      p99Ms: null,
    });
    expect(burstSecond('Tokens: 1000 of 10000')).toBeUndefined();
  });

  it('says how many watches have a token', () => {
    expect(tokensText('Tokens: 3000 of 10000')).toBe(
      'Burst: 3,000 of 10,000 watches have a token.',
    );
    expect(tokensText('   7 s  hold')).toBeUndefined();
  });

  it('says how far it is', () => {
    expect(runningText({ requests: 3_400, providerCalls: 318, p99Ms: 12.4 })).toBe(
      'Burst: 3,400 of about 10,000 requests, 318 provider calls, p99 12 ms',
    );
    expect(runningText({ requests: 0, providerCalls: null, p99Ms: null })).toBe(
      'Burst: 0 of about 10,000 requests, – provider calls, p99 – ms',
    );
  });

  it('says what it cost, and what failed', () => {
    expect(resultText({ outcome: 'passed', measured: MEASURED }, 392)).toBe(
      '10,000 watches: 10,155 requests, 392 provider calls, p99 12 ms.',
    );
    expect(
      resultText({ outcome: 'stopped', measured: { ...MEASURED, errors: { count: 3 } } }, 392),
    ).toBe('Stopped burst: 10,155 requests (3 failed), 392 provider calls, p99 12 ms.');
  });
});
