import { describe, expect, it } from '@jest/globals';
import { FreshnessPolicy, type RecordKind } from './freshness-policy.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const policy = new FreshnessPolicy({});

const freshAt = (ttlFactor: number, dataset: 'conditions' | 'alerts'): number =>
  new FreshnessPolicy({}, { ttlFactor }).windowOf(dataset).freshForMs;

describe('FreshnessPolicy', () => {
  it.each([
    ['place', 30 * DAY, 30 * DAY, 180 * DAY],
    ['no-place', DAY, 0, 0],
    ['conditions', 10 * MINUTE, 5 * MINUTE, 6 * HOUR],
    ['minutely', 5 * MINUTE, MINUTE, 30 * MINUTE],
    ['not-covered', 3 * DAY, 0, 0],
    ['hourly', 30 * MINUTE, 30 * MINUTE, DAY],
    ['daily', HOUR, HOUR, 3 * DAY],
    ['alerts', 10 * MINUTE, MINUTE, 30 * MINUTE],
  ] as const)(
    'keeps %s for its default windows when the provider gives no expiry',
    (dataset, fresh, revalidate, error) => {
      expect(policy.windowOf(dataset)).toEqual({
        freshForMs: fresh,
        revalidateForMs: revalidate,
        errorForMs: error,
      });
    },
  );

  it.each([
    ['conditions', 0, 10 * MINUTE],
    ['conditions', 583_000, 10 * MINUTE],
    ['conditions', 10 * MINUTE + 1, 10 * MINUTE + 1],
    ['conditions', 25 * MINUTE, 25 * MINUTE],
    ['conditions', HOUR, HOUR],
    ['conditions', HOUR + 1, HOUR],
    ['minutely', MINUTE, 5 * MINUTE],
    ['minutely', 7 * MINUTE, 7 * MINUTE],
    ['minutely', HOUR, 10 * MINUTE],
    ['not-covered', MINUTE, 3 * DAY],
    ['hourly', DAY, 2 * HOUR],
    ['hourly', HOUR, HOUR],
    ['daily', MINUTE, HOUR],
    ['daily', DAY, 6 * HOUR],
    ['alerts', HOUR, 10 * MINUTE],
    ['place', DAY, 30 * DAY],
    ['no-place', 30 * DAY, DAY],
  ] as const)(
    'keeps %s that the provider calls fresh for %d ms fresh for %d ms',
    (dataset, expiresInMs, fresh) => {
      expect(policy.windowOf(dataset, expiresInMs).freshForMs).toBe(fresh);
    },
  );
});

describe('FreshnessPolicy with configured windows', () => {
  const conditions = { freshForMs: 1_000, revalidateForMs: 2_000, errorForMs: 3_000 };
  const place = { freshForMs: 4_000, revalidateForMs: 0, errorForMs: 0 };
  const configured = new FreshnessPolicy({ conditions, place });

  it('prefers a configured window to the rule and to the expiry of the provider', () => {
    expect(configured.windowOf('conditions', 25 * MINUTE)).toEqual(conditions);
  });

  it('does not change datasets without a configured window', () => {
    expect(configured.windowOf('hourly')).toEqual(policy.windowOf('hourly'));
  });

  it('does not apply the place window to a negative result', () => {
    expect(configured.windowOf('place')).toEqual(place);
    expect(configured.windowOf('no-place').freshForMs).toBe(DAY);
  });
});

describe('FreshnessPolicy.longestWindow', () => {
  const configured = { freshForMs: 2 * HOUR, revalidateForMs: 1_000, errorForMs: 30 * DAY };

  it('is at least any window of the kind, however low the budget runs', () => {
    for (const windows of [{}, { conditions: configured }]) {
      const longest = new FreshnessPolicy(windows).longestWindow(['conditions']);
      for (const ttlFactor of [1, 4]) {
        const window = new FreshnessPolicy(windows, { ttlFactor }).windowOf('conditions', DAY);
        expect(window.freshForMs).toBeLessThanOrEqual(longest.freshForMs);
        expect(window.revalidateForMs).toBeLessThanOrEqual(longest.revalidateForMs);
        expect(window.errorForMs).toBeLessThanOrEqual(longest.errorForMs);
      }
    }
  });

  it('is the rule and the configured window, whichever is longer, part by part', () => {
    expect(new FreshnessPolicy({ conditions: configured }).longestWindow(['conditions'])).toEqual({
      freshForMs: 8 * HOUR,
      revalidateForMs: 5 * MINUTE,
      errorForMs: 30 * DAY,
    });
  });

  it('covers every kind that is stored in one place', () => {
    expect(new FreshnessPolicy({}).longestWindow(['no-place', 'place'])).toEqual(
      new FreshnessPolicy({}).windowOf('place'),
    );
  });
});

describe('FreshnessPolicy for records that are rarely asked for', () => {
  const policy = new FreshnessPolicy({}, { ttlFactor: 1 }, 30 * MINUTE);

  it.each<[RecordKind, number, number]>([
    ['conditions', 0, 10 * MINUTE],
    ['conditions', 1 * MINUTE, 10 * MINUTE],
    ['conditions', 7.5 * MINUTE, 15 * MINUTE],
    ['conditions', 20 * MINUTE, 20 * MINUTE],
    ['alerts', 20 * MINUTE, 10 * MINUTE],
    ['hourly', 20 * MINUTE, 30 * MINUTE],
  ])('keeps %s without requests for %d ms fresh for %d ms', (kind, idleForMs, freshMs) => {
    expect(policy.windowOf(kind, 0, idleForMs).freshForMs).toBeCloseTo(freshMs, 3);
  });

  it('leaves the expiry of the provider where that is longer', () => {
    expect(policy.windowOf('conditions', 25 * MINUTE, 20 * MINUTE).freshForMs).toBe(25 * MINUTE);
  });

  it('leaves configured windows and, without a longest window, all', () => {
    const conditions = { freshForMs: 2_000, revalidateForMs: 4_000, errorForMs: 600_000 };
    const configured = new FreshnessPolicy({ conditions }, { ttlFactor: 1 }, 30 * MINUTE);
    expect(configured.windowOf('conditions', 0, HOUR)).toEqual(conditions);
    const off = new FreshnessPolicy({});
    expect(off.windowOf('conditions', 0, HOUR)).toEqual(off.windowOf('conditions'));
  });

  it('is never longer than the longest window of a record in the store', () => {
    const longest = new FreshnessPolicy({}, { ttlFactor: 1 }, 6 * HOUR);
    const { freshForMs } = longest.longestWindow(['conditions']);
    expect(longest.windowOf('conditions', 0, 1e12).freshForMs).toBe(freshForMs);
  });
});

describe('FreshnessPolicy while the budget runs low', () => {
  it.each([
    [1, 10 * MINUTE],
    [1.5, 15 * MINUTE],
    [4, 40 * MINUTE],
    [7, HOUR],
  ])('multiplies the freshness of conditions by %f, up to one hour', (ttlFactor, freshMs) => {
    expect(freshAt(ttlFactor, 'conditions')).toBe(freshMs);
  });

  it('does not extend the freshness of alerts, which would arrive too late', () => {
    expect(freshAt(4, 'alerts')).toBe(10 * MINUTE);
  });

  it('extends configured windows as well', () => {
    const configured = { freshForMs: 2_000, revalidateForMs: 4_000, errorForMs: 600_000 };
    const stretched = new FreshnessPolicy({ alerts: configured }, { ttlFactor: 2 });

    expect(stretched.windowOf('alerts')).toEqual({ ...configured, freshForMs: 4_000 });
  });
});
