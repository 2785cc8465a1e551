import { describe, expect, it } from '@jest/globals';
import { countCalls } from './count-calls.js';
import { UpstreamLimit } from './upstream-limit.js';

function limitOf(maxCalls: number | undefined, readings: (number | Error)[]) {
  const recorded: [string, number][] = [];
  const stops: string[] = [];
  const read = async (): Promise<number> => {
    const reading = readings.shift() ?? 0;
    if (reading instanceof Error) throw reading;
    return reading;
  };
  const limit = new UpstreamLimit({
    meter: { read },
    maxCalls,
    record: (phase, calls) => void recorded.push([phase, calls]),
    stop: (reason) => void stops.push(reason),
  });
  return { limit, recorded, stops };
}

describe('UpstreamLimit', () => {
  it('attributes the calls between two readings to the phase that was read for', async () => {
    const { limit, recorded } = limitOf(undefined, [7, 2]);
    await Promise.all([limit.readFor('hold'), limit.readFor('wave')]);

    expect(recorded).toEqual([
      ['hold', 7],
      ['wave', 2],
    ]);
  });

  it('stops a run only when more calls were made than permitted', async () => {
    const { limit, stops } = limitOf(10, [7, 3, 1]);
    await limit.readFor('warmUp');
    await limit.readFor('hold');
    expect(stops).toEqual([]);
    await limit.readFor('hold');

    expect(stops).toEqual(['11 upstream calls were caused; --max-upstream-calls is 10']);
  });

  it('stops a run whose calls cannot be counted three times in a row', async () => {
    const failure = new Error('unreachable');
    const { limit, stops } = limitOf(10, [failure, failure, 1, failure, failure, failure]);
    for (let reading = 0; reading < 5; reading += 1) await limit.readFor('hold');
    expect(stops).toEqual([]);
    await limit.readFor('hold');

    expect(stops).toEqual(['unreachable']);
  });

  it('refuses to start when the calls cannot be read', async () => {
    await expect(limitOf(10, [new Error('unreachable')]).limit.start()).rejects.toThrow(
      'unreachable',
    );
  });
});

describe('countCalls', () => {
  it('adds the series of a pod', () => {
    const text = [
      '# TYPE mfapi_upstream_calls_total counter',
      'mfapi_upstream_calls_total{operation="search",outcome="ok"} 12',
      'mfapi_upstream_calls_total{operation="alerts",outcome="timeout"} 3',
      'mfapi_upstream_calls_pending 7',
    ].join('\n');

    expect(countCalls(text)).toBe(15);
  });

  it('is 0 for a pod that has made none yet', () => {
    expect(countCalls('# TYPE mfapi_upstream_calls_total counter\n')).toBe(0);
  });

  it("reads the simulator's total", () => {
    expect(countCalls('{"total":344,"byEndpoint":{}}')).toBe(344);
  });

  it.each(['up 1\n', '<html>', '{"calls":1}'])('rejects %j, which counts nothing', (text) => {
    expect(() => countCalls(text)).toThrow(/have no mfapi_upstream_calls_total|no number `total`/);
  });
});
