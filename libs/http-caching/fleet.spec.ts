import { describe, expect, it } from '@jest/globals';
import { maxAgeSeconds } from './max-age.js';

const WATCHES = Array.from({ length: 100_000 }, (_, number) => `watch-${number}`);
const HOUR = 3_600;

interface Scenario {
  /** Of freshness, in seconds. */
  readonly window: number;
  /** The jitter factor of each record's window. */
  readonly jitter: (cycle: number) => number;
  /** Duration of a refresh; meanwhile the old record is served. */
  readonly loadTakes: number;
  /** Age of the record at the start. */
  readonly age: number;
  /** Whether loads fail. */
  readonly down: boolean;
}

const NORMAL: Scenario = { window: 600, jitter: () => 1, loadTakes: 1, age: 0, down: false };

/** The record that all clients read, in whole seconds. */
class SharedRecord {
  loadedAt: number;
  freshUntil: number;
  private refreshBegan: number | undefined;
  private cycle = 0;

  constructor(private readonly scenario: Scenario) {
    this.loadedAt = -scenario.age;
    this.freshUntil = this.end();
  }

  readAt(now: number): void {
    const { loadTakes, down } = this.scenario;
    if (this.refreshBegan !== undefined && now >= this.refreshBegan + loadTakes) {
      if (!down) {
        this.loadedAt = this.refreshBegan;
        this.freshUntil = this.end();
      }
      this.refreshBegan = undefined;
    }
    if (now >= this.freshUntil) this.refreshBegan ??= now;
  }

  private end(): number {
    this.cycle += 1;
    return this.loadedAt + Math.round(this.scenario.window * this.scenario.jitter(this.cycle));
  }
}

/** All clients send a request in second 0, then each when its max-age ends. @returns requests by second */
function requestsBySecond(scenario: Scenario): number[] {
  const record = new SharedRecord(scenario);
  const due = Array.from({ length: HOUR + 1 }, (): string[] => []);
  due[0] = WATCHES;
  for (const [now, watches] of due.entries()) {
    if (watches.length === 0) continue;
    record.readAt(now);
    const answer = {
      entry: {
        loadedAtMs: record.loadedAt * 1_000,
        freshUntilMs: record.freshUntil * 1_000,
        deadAtMs: Infinity,
      },
      freshness: now < record.freshUntil ? ('fresh' as const) : ('stale' as const),
    };
    for (const watch of watches) {
      const request = { watch, topic: 'conditions', nowMs: now * 1_000 };
      due[now + maxAgeSeconds(answer, request)]?.push(watch);
    }
  }
  return due.slice(1).map(({ length }) => length);
}

const total = (requests: readonly number[]): number => requests.reduce((a, b) => a + b, 0);

describe('100 000 clients that start in the same second and obey max-age', () => {
  it.each<[string, Partial<Scenario>]>([
    ['on a new record', {}],
    ['on a stale record', { age: 700 }],
    ['when a refresh takes the maximum time', { loadTakes: 3 }],
    ['when short and long windows alternate', { jitter: (n) => 0.9 + 0.2 * (n % 2) }],
    ['while the source fails', { down: true }],
  ])('%s, send at most 3 times the mean rate in any second of the hour', (_when, changes) => {
    const requests = requestsBySecond({ ...NORMAL, ...changes });

    expect(Math.max(...requests)).toBeLessThanOrEqual((3 * total(requests)) / HOUR);
  });

  it.each([1_200, 1_800])(
    'when the hour holds few windows (%d s): no second sees more than 3 x an even stream',
    (window) => {
      const requests = requestsBySecond({ ...NORMAL, window });

      expect(Math.max(...requests)).toBeLessThanOrEqual((3 * WATCHES.length) / window);
    },
  );

  it('send one request per window: jitter delays a client once, not in every window', () => {
    const asked = total(requestsBySecond(NORMAL)) / WATCHES.length;

    expect(asked).toBeGreaterThanOrEqual(5);
    expect(asked).toBeLessThan(5.1);
  });
});
