import { describe, expect, it } from '@jest/globals';
import { toLocalTime } from './accwea.time-zone.js';

const CHANGE = '2026-10-03T16:30:00Z';
const CHANGE_MS = Date.UTC(2026, 9, 3, 16, 30);

const offsetOf = (timeZone: unknown): unknown => toLocalTime(timeZone).utcOffset;

describe('the local time of a place', () => {
  it.each(['Europe/Paris', 'Asia/Calcutta', 'Asia/Kolkata', 'US/Pacific', 'UTC', 'Etc/GMT+3'])(
    'is that of its zone, whatever the offset: %s',
    (Name) => {
      const timeZone = { Name, GmtOffset: 9.5, IsDaylightSaving: false, NextOffsetChange: CHANGE };
      expect(toLocalTime(timeZone)).toEqual({ timeZone: Name, utcOffset: null });
    },
  );

  it.each([[''], [null], [undefined], [7], ['Mars/Olympus'], ['ACST'], ['BST'], ['UTC+09:30']])(
    'is at the offset when the name is %j',
    (Name) => {
      expect(toLocalTime({ Name, GmtOffset: 9.5, NextOffsetChange: null })).toEqual({
        timeZone: null,
        utcOffset: { minutes: 570, change: null },
      });
    },
  );

  it.each([
    [-3, -180],
    [-3.5, -210],
    [0, 0],
    [-0, 0],
    [5.75, 345],
    [12.75, 765],
    [14, 840],
    [-12, -720],
  ])('reads an offset of %d hours as %d minutes', (GmtOffset, minutes) => {
    expect(offsetOf({ GmtOffset })).toEqual({ minutes, change: null });
  });

  it.each([[null], [undefined], ['9.5'], [99], [14.5], [-13], [570], [{}], [true]])(
    'is unknown when the offset is %j',
    (GmtOffset) => {
      expect(offsetOf({ GmtOffset })).toBeNull();
    },
  );

  it.each([[null], [undefined], ['Asia/Tokyo'], [9.5], [[]], [{}]])(
    'is unknown when the zone is %j',
    (timeZone) => {
      expect(toLocalTime(timeZone)).toEqual({ timeZone: null, utcOffset: null });
    },
  );
});

/** The change that is read from a zone with these fields. */
function changeOf(changes: object): unknown {
  const zone = { GmtOffset: 9.5, IsDaylightSaving: false, NextOffsetChange: CHANGE, ...changes };
  return toLocalTime(zone).utcOffset?.change;
}

describe('the next change of the offset of a place', () => {
  it('adds an hour when daylight saving begins', () => {
    expect(changeOf({})).toEqual({ atMs: CHANGE_MS, minutes: 630 });
  });

  it('takes an hour off when daylight saving ends', () => {
    expect(changeOf({ GmtOffset: -3, IsDaylightSaving: true })).toEqual({
      atMs: CHANGE_MS,
      minutes: -240,
    });
  });

  it.each(['2026-10-03T16:30:00', '2026-10-03T16:30', '2026-10-04T02:00:00+09:30'])(
    'is read from %s, in UTC unless it says otherwise',
    (NextOffsetChange) => {
      expect(changeOf({ NextOffsetChange })).toMatchObject({ atMs: CHANGE_MS });
    },
  );

  it.each<[string, object]>([
    ['the instant is null', { NextOffsetChange: null }],
    ['the instant is missing', { NextOffsetChange: undefined }],
    ['the instant is empty', { NextOffsetChange: '' }],
    ['the instant is a number', { NextOffsetChange: CHANGE_MS }],
    ['the instant is a day only', { NextOffsetChange: '2026-10-03' }],
    ['the instant is no date', { NextOffsetChange: '2026-13-45T00:00:00Z' }],
    ['the instant is the first of year 1', { NextOffsetChange: '0001-01-01T00:00:00Z' }],
    ['daylight saving is unknown', { IsDaylightSaving: null }],
    ['daylight saving is no boolean', { IsDaylightSaving: 'yes' }],
    ['the new offset is nowhere', { GmtOffset: 14 }],
  ])('is unknown when %s', (_why, changes) => {
    expect(changeOf(changes)).toBeNull();
  });
});
