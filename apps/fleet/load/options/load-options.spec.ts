import { describe, expect, it } from '@jest/globals';
import { loadOptions } from './load-options.js';

describe('loadOptions', () => {
  it('asks the demo by default, and fails a run without answers', () => {
    const { url, issuer, metrics, thresholds } = loadOptions([]);

    expect([url, issuer]).toEqual(['http://127.0.0.1:3000', 'http://127.0.0.1:4000']);
    expect(metrics).toEqual(['http://127.0.0.1:9464/metrics']);
    expect(thresholds.map(({ expression }) => expression)).toEqual(['errors<0.001']);
  });

  it('does not count upstream calls of the demo when another deployment is asked', () => {
    expect(loadOptions(['--url=https://a.example/']).metrics).toEqual([]);
  });

  it('reads the plan', () => {
    const args = [
      '--rate=300',
      '--hold=3m',
      '--ramp=500ms',
      '--wave=10x20s',
      '--lose-region=0.5x10s',
    ];
    const { plan, lostRegionShare } = loadOptions(args);

    expect(lostRegionShare).toBe(0.5);
    expect(plan).toMatchObject({
      perSecond: 300,
      holdMs: 180_000,
      rampMs: 500,
      wave: { factor: 10, durationMs: 20_000 },
      lostRegionWithinMs: 10_000,
    });
  });

  it.each([
    [['--hold=3'], /--hold must be a duration such as 20s/],
    [['--wave=20s'], /--wave must be a factor and a duration such as 10x20s/],
    [['--wave-every=15m'], /--wave-every needs --wave/],
    [['--wave=3x1m', '--wave-every=15m', '--hold=14m'], /must not be longer than --hold/],
    [['--lose-region=1x10s'], /share below 1/],
    [['--rate=0'], /--rate must be a number above 0/],
    [['--watches=1.5'], /--watches must be a whole number/],
    [['--watches='], /--watches must be a whole number/],
    [['--mix=glances'], /--mix must be like glance=8.*glance/],
    [['--spacing=poisson'], /--spacing must be even or random/],
    [['--threshold=p99<1'], /p99<1 is not a threshold/],
    [['--url=https://a.example', '--max-upstream-calls=5'], /needs --metrics/],
    [['--speed=5'], /--speed/],
  ])('rejects %j and says what is expected', (args, message) => {
    expect(() => loadOptions(args)).toThrow(message);
  });
});
