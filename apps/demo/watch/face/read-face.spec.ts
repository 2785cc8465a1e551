import { describe, expect, it } from '@jest/globals';
import type { Glance } from './glance.js';
import { readFace } from './read-face.js';

const ONE_PAST = Date.UTC(2026, 6, 9, 13, 1) / 1000;
const HOUR = 3_600;

/** Paris on a July afternoon. */
const PARIS: Glance = {
  v: 1,
  u: 'm',
  a: 'AccuWeather',
  o: 120,
  su: [358, 1_313],
  n: { c: 1, l: 1, k: 24, f: 25, r: 0, i: 6, w: 11 },
  h: {
    b: ONE_PAST - 60,
    l: 0b111111,
    c: [1, 1, 3, 3, 11, 1],
    k: [24, 25, 25, 24, 23, 22],
    p: [0, 5, 10, 20, 60, 0],
  },
  d: { y: 20260709, c: [1, 1, 1], lo: [15, 16, 16], hi: [25, 26, 27], p: [60, 0, 0] },
  al: 0,
  s: 0,
  pl: 'Paris',
  t: ONE_PAST - 180,
  e: ONE_PAST + 420,
};
const face = (changes: Partial<Glance> = {}, nowSeconds = ONE_PAST, isStale = false) =>
  readFace({ ...PARIS, ...changes }, { nowMs: nowSeconds * 1000, isStale });
const startMinutes = (changes: Partial<Glance>, nowSeconds?: number): number[] =>
  face(changes, nowSeconds).hours.map(({ startMinute }) => startMinute);

describe('a face of a glance', () => {
  it('shows the weather now', () => {
    expect(face()).toMatchObject({
      time: '15:01',
      isDay: true,
      condition: 'clear',
      icon: 'clear.svg',
      temperature: 24,
      unit: '°C',
      alerts: 'none',
      isStale: false,
      ageMinutes: 3,
      attribution: 'AccuWeather',
    });
  });

  it.each<[string, number, string]>([
    ['Kathmandu', 345, '18:46'],
    ['Honolulu', -600, '03:01'],
    ['Kiritimati, where it is tomorrow', 840, '03:01'],
  ])('has the local time of %s', (_place, o, time) => {
    expect(face({ o }).time).toBe(time);
  });

  it('has no local time where the time zone is not known', () => {
    expect(face({ o: null })).toMatchObject({ time: null, hours: [] });
  });

  it('changes to another offset at its instant', () => {
    const z = [ONE_PAST + HOUR, 60];

    expect(face({ z }, ONE_PAST + HOUR - 1).time).toBe('16:00');
    expect(face({ z }, ONE_PAST + HOUR).time).toBe('15:01');
    expect(startMinutes({ z })).toEqual([900, 960, 960, 1_020, 1_080, 1_140]);
  });

  it('begins with the running hour, or with the next one where that is not known', () => {
    expect(startMinutes({}, ONE_PAST + 2 * HOUR)).toEqual([1_020, 1_080, 1_140, 1_200]);
    expect(startMinutes({ h: { ...PARIS.h!, b: ONE_PAST - 60 + HOUR } })[0]).toBe(960);
  });

  it('shows no hours of an answer that is too old', () => {
    expect(startMinutes({}, ONE_PAST + 6 * HOUR)).toEqual([]);
  });

  it('tells day from night for each hour', () => {
    const { hours } = face({ h: { ...PARIS.h!, l: 0b000011 } });

    expect(hours.map(({ isDay }) => isDay)).toEqual([true, true, false, false, false, false]);
    expect(face({ h: { ...PARIS.h!, l: null } }).hours[0]?.isDay).toBeNull();
  });

  it('shows the moon at night', () => {
    expect(face({ n: { ...PARIS.n!, l: 0 } }).icon).toBe('clear-night.svg');
  });

  it.each<[string, Glance['su'], object]>([
    ['rises and sets', [358, 1_313], { rise: '05:58', set: '21:53' }],
    ['sets after midnight', [200, 1_450], { rise: '03:20', set: '00:10' }],
    ['only rises', [90, null], { rise: '01:30', set: null, progress: null }],
    ['is up all day', [1], { kind: 'up-all-day' }],
    ['is down all day', [0], { kind: 'down-all-day' }],
    ['is unknown', null, { kind: 'unknown' }],
  ])('knows that the sun %s', (_what, su, sun) => {
    expect(face({ su }).sun).toMatchObject(sun);
  });

  it('shows the sun where it stands, and none at night', () => {
    expect(face({ su: [601, 1_201] }).sun).toMatchObject({ progress: 0.5 });
    expect(face({ su: [300, 600] }).sun).toMatchObject({ progress: null });
  });

  it.each<[Glance['m'], string | null]>([
    [undefined, null],
    [[0], 'dry for an hour'],
    [[1], 'rain for an hour'],
    [[1, null], 'rain'],
    [[0, 793], 'rain in 12 min'],
    [[0, 781], 'rain'],
    [[0, 780], null],
    [[1, 801], 'rain until 15:21'],
  ])('says of the next hour %j: %s', (m, rain) => {
    expect(face(m ? { m } : {}).rain).toBe(rain);
  });

  it.each<[string, NonNullable<Glance['m']>, number, readonly number[], string]>([
    ['what falls now', [1, 801], 17, [15, 15], 'freezing rain until 15:21'],
    ['what falls in the hour in which it begins', [0, 793], 1, [15, 10], 'snow in 12 min'],
    ['what falls in the next hour', [1], 6, [6, 19], 'rain and snow for an hour'],
    ['rain where no condition says more', [1, null], 1, [1, 1], 'rain'],
  ])('names %s', (_what, m, c, hours, rain) => {
    const { n, h } = PARIS;
    const changes = { m, n: { ...n!, c }, h: { ...h!, c: [...hours, 1, 1, 1, 1] } };

    expect(face(changes).rain).toBe(rain);
  });

  it('counts the minutes over midnight of UTC', () => {
    const beforeMidnight = Date.UTC(2026, 6, 9, 23, 50) / 1000;

    expect(face({ m: [0, 5] }, beforeMidnight).rain).toBe('rain in 15 min');
  });

  it.each<[number | null, string]>([
    [1, 'in-force'],
    [0, 'none'],
    [null, 'unknown'],
  ])('says of alerts %j: %s', (al, alerts) => {
    expect(face({ al }).alerts).toBe(alerts);
  });

  it('is stale when the service or the client says so', () => {
    expect(face({ s: 1 }).isStale).toBe(true);
    expect(face({}, ONE_PAST, true).isStale).toBe(true);
  });

  it('shows what there is while a block is missing', () => {
    const { n: _n, h: _h, ...rest } = PARIS;

    expect(
      readFace({ ...rest, t: null }, { nowMs: ONE_PAST * 1000, isStale: false }),
    ).toMatchObject({
      time: '15:01',
      condition: 'unknown',
      icon: 'unknown.svg',
      temperature: null,
      isDay: null,
      hours: [],
      ageMinutes: null,
    });
  });
});
