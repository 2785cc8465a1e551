import { describe, expect, it } from '@jest/globals';
import { toAlerts } from './accwea.alerts.js';
import type { Fields } from '../testing/accwea.fixtures.js';
import { EXPECTED_ALERT, alertAnswer, areaAnswer } from '../testing/alerts.fixtures.js';
import { withValueAt, type Path } from '../../../testing/with-value-at.js';

const alertOf = (changes: Fields): unknown => toAlerts([alertAnswer(changes)]).alerts[0];

describe('toAlerts', () => {
  it('reads a list of alerts', () => {
    expect(toAlerts([alertAnswer()])).toEqual({ alerts: [EXPECTED_ALERT] });
  });

  it('returns no alerts for an empty list', () => {
    expect(toAlerts([])).toEqual({ alerts: [] });
  });

  it('keeps the order of the response and alerts that have ended', () => {
    const over = alertAnswer({ AlertID: 1, Area: [areaAnswer({ EpochEndTime: 1 })] });
    const { alerts } = toAlerts([alertAnswer(), over]);

    expect(alerts.map(({ id, endsAtMs }) => [id, endsAtMs])).toEqual([
      ['4711', EXPECTED_ALERT.endsAtMs],
      ['1', 1_000],
    ]);
  });
});

describe('toAlerts: severity', () => {
  it.each([
    [1, 'extreme'],
    [2, 'severe'],
    [3, 'moderate'],
    [4, 'minor'],
    [5, 'minor'],
    [6, 'unknown'],
    [0, 'unknown'],
    [1.5, 'unknown'],
    ['1', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('maps priority %p to %s', (Priority, severity) => {
    expect(alertOf({ Priority })).toEqual({ ...EXPECTED_ALERT, severity });
  });
});

describe('toAlerts: title', () => {
  it.each([
    [{ English: 'Wind warning', Localized: 'Vigilance vent' }, 'Wind warning'],
    [{ English: '', Localized: 'Vigilance vent' }, 'Vigilance vent'],
    [{ Localized: 'Vigilance vent' }, 'Vigilance vent'],
    [{ English: 7, Localized: [] }, null],
    [{}, null],
    [null, null],
    ['Wind warning', null],
  ])('reads the description %j as %p', (Description, title) => {
    expect(alertOf({ Description })).toEqual({ ...EXPECTED_ALERT, title });
  });
});

describe('toAlerts: id', () => {
  it.each([
    [4711, '4711'],
    [0, '0'],
    [9_007_199_254_740_991, '9007199254740991'],
    ['4711-a', '4711-a'],
  ])('reads %p as the text %s', (AlertID, id) => {
    expect(alertOf({ AlertID })).toEqual({ ...EXPECTED_ALERT, id });
  });
});

describe('toAlerts: an alert for several areas', () => {
  const south = areaAnswer({
    Name: 'South Shore',
    EpochStartTime: 1_767_222_000,
    EpochEndTime: 1_767_250_000,
    Text: 'Gusts of 90 km/h.',
  });

  it('names every area, has each text once, and lasts from the first start to the last end', () => {
    const inland = areaAnswer({ Name: 'Inland', EpochEndTime: 1_767_300_000 });

    expect(alertOf({ Area: [areaAnswer(), south, inland] })).toEqual({
      ...EXPECTED_ALERT,
      area: 'North Shore, South Shore, Inland',
      text: 'Gusts of 110 km/h. Stay at home.\n\nGusts of 90 km/h.',
      startsAtMs: 1_767_222_000_000,
      endsAtMs: 1_767_300_000_000,
    });
  });

  it('is open-ended when it is open-ended in one area', () => {
    const open = areaAnswer({ EpochStartTime: null, EndTime: null, EpochEndTime: null });

    expect(alertOf({ Area: [areaAnswer(), open] })).toEqual({
      ...EXPECTED_ALERT,
      startsAtMs: null,
      endsAtMs: null,
    });
  });

  it('is merged from several parts with the highest severity', () => {
    const parts = [
      alertAnswer({ Priority: 6 }),
      alertAnswer({ AlertID: 5 }),
      alertAnswer({ Priority: 1, Area: [south], Category: 'OTHER' }),
    ];

    expect(toAlerts(parts).alerts).toEqual([
      {
        ...EXPECTED_ALERT,
        severity: 'extreme',
        area: 'North Shore, South Shore',
        text: 'Gusts of 110 km/h. Stay at home.\n\nGusts of 90 km/h.',
        startsAtMs: 1_767_222_000_000,
      },
      { ...EXPECTED_ALERT, id: '5' },
    ]);
  });

  it.each([[null], [undefined], [[]], [{}], ['North Shore'], [[null, 7]]])(
    'is kept with the areas %j',
    (Area) => {
      expect(alertOf({ Area })).toEqual({
        ...EXPECTED_ALERT,
        area: null,
        text: null,
        startsAtMs: null,
        endsAtMs: null,
      });
    },
  );
});

const NO_TEXT = [null, undefined, '', 7, {}, [], ['text'], true];
const NO_INSTANT = [null, undefined, '', '7', {}, [], [7], true, 0, -1, 1e20];

/** The source path of each field, and invalid values for it. */
const READ_AT: readonly [keyof typeof EXPECTED_ALERT, Path, readonly unknown[]][] = [
  ['category', ['Category'], NO_TEXT],
  ['source', ['Source'], NO_TEXT],
  ['area', ['Area', 0, 'Name'], NO_TEXT],
  ['text', ['Area', 0, 'Text'], NO_TEXT],
  ['startsAtMs', ['Area', 0, 'EpochStartTime'], NO_INSTANT],
  ['endsAtMs', ['Area', 0, 'EpochEndTime'], NO_INSTANT],
];

describe('toAlerts: an unreadable field', () => {
  it.each(READ_AT)('leaves only %s unknown: %j', (field, path, wrong) => {
    for (const value of wrong) {
      expect(toAlerts([withValueAt(alertAnswer(), path, value)]).alerts).toEqual([
        { ...EXPECTED_ALERT, [field]: null },
      ]);
    }
  });
});

describe('toAlerts: a body that must not read as no alerts', () => {
  it.each([
    ['null', null],
    ['nothing', undefined],
    ['true', true],
    ['text', 'text'],
    ['an object', {}],
    ['an alert without its list', alertAnswer()],
    ['a list of null', [null]],
    ['a list of lists', [[alertAnswer()]]],
    ['an alert without id', [alertAnswer({ AlertID: null })]],
    ['an alert with an id that is an object', [alertAnswer({ AlertID: {} })]],
    ['an error object instead of data', { Code: '400', Message: 'Invalid location key' }],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toAlerts(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });

  it('is read as far as possible', () => {
    expect(toAlerts([null, alertAnswer({ AlertID: [] }), alertAnswer()])).toEqual({
      alerts: [EXPECTED_ALERT],
    });
  });
});
