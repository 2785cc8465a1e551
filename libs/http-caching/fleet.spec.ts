import { describe, expect, it } from '@jest/globals';
import { maxAgeSeconds } from './max-age.js';

const WATCHES = Array.from({ length: 100_000 }, (_, number) => `watch-${number}`);
const HOUR = 3_600;

interface Course {
  /** Of freshness, in seconds. */
  readonly window: number;
  /** How long the draw of each record makes it. */
  readonly stretch: (cycle: number) => number;
  /** From a refresh's beginning to its record; whoever comes meanwhile gets the old one. */
  readonly loadTakes: number;
  /** Of the record that the watches find. */
  readonly age: number;
  /** Whether loads fail. */
  readonly down: boolean;
}

const USUAL: Course = { window: 600, stretch: () => 1, loadTakes: 1, age: 0, down: false };

/** The one record that all watches see, in whole seconds. */
class SharedRecord {
  loadedAt: number;
  freshUntil: number;
  private refreshBegan: number | undefined;
  private cycle = 0;

  constructor(private readonly course: Course) {
    this.loadedAt = -course.age;
    this.freshUntil = this.end();
  }

  isAskedAt(now: number): void {
    const { loadTakes, down } = this.course;
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
    return this.loadedAt + Math.round(this.course.window * this.course.stretch(this.cycle));
  }
}

/** All watches ask in second 0, then each when it is told to: how many in each second after it. */
function requestsBySecond(course: Course): number[] {
  const record = new SharedRecord(course);
  const due = Array.from({ length: HOUR + 1 }, (): string[] => []);
  due[0] = WATCHES;
  for (const [now, watches] of due.entries()) {
    if (watches.length === 0) continue;
    record.isAskedAt(now);
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

describe('100 000 watches that start in the same second and obey max-age', () => {
  it.each<[string, Partial<Course>]>([
    ['on a record that was just loaded', {}],
    ['on a stale record', { age: 700 }],
    ['when a refresh takes as long as it may', { loadTakes: 3 }],
    ['when windows are drawn short and long in turn', { stretch: (n) => 0.9 + 0.2 * (n % 2) }],
    ['while the source fails', { down: true }],
  ])('%s: no second of the hour sees more than 3 x the mean', (_when, course) => {
    const requests = requestsBySecond({ ...USUAL, ...course });

    expect(Math.max(...requests)).toBeLessThanOrEqual((3 * total(requests)) / HOUR);
  });

  it.each([1_200, 1_800])(
    'when the hour holds few windows (%d s): no second sees more than 3 x an even stream',
    (window) => {
      const requests = requestsBySecond({ ...USUAL, window });

      expect(Math.max(...requests)).toBeLessThanOrEqual((3 * WATCHES.length) / window);
    },
  );

  it('ask once per window: the jitter shifts a watch, it does not slow it', () => {
    const asked = total(requestsBySecond(USUAL)) / WATCHES.length;

    expect(asked).toBeGreaterThanOrEqual(5);
    expect(asked).toBeLessThan(5.1);
  });
});
