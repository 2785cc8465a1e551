import { describe, expect, it } from '@jest/globals';
import { alertAnswer, alertsAnswer, EXPECTED_ALERT } from '../testing/met-norway.fixtures.js';
import { toAlerts } from './met-norway.alerts.js';

const NOW_MS = Date.UTC(2026, 0, 1, 19);
const read = (...features: readonly unknown[]) =>
  toAlerts(alertsAnswer(...features), NOW_MS).alerts;
const until = (end: string) => ({ when: { interval: ['2026-01-01T06:00:00Z', end] } });

describe('an alert of MET Norway', () => {
  it('is read in the words of the authority, while the hazard lasts beyond its message', () => {
    expect(read(alertAnswer())).toEqual([EXPECTED_ALERT]);
    expect(read(alertAnswer({ type: 'Update' }))).toEqual([EXPECTED_ALERT]);
  });

  it.each([
    ['a test', { status: 'Test' }],
    ['a cancellation', { type: 'Cancel' }],
    ['green', { awareness_level: '1; green; Minor' }],
    ['past', { eventEndingTime: '2026-01-01T19:00:00+00:00' }],
  ])('that is %s is left out, and nothing left is none', (_what, changes) => {
    expect(read(alertAnswer(changes))).toEqual([]);
  });

  it('without an end is open as long as its message is valid', () => {
    const open = { eventEndingTime: undefined };
    expect(read(alertAnswer(open, until('2026-01-01T19:01:00Z')))).toMatchObject([
      { endsAtMs: null },
    ]);
    expect(read(alertAnswer(open, until('2026-01-01T18:59:00Z')))).toEqual([]);
  });

  it.each([
    ['2; yellow; Moderate', 'Extreme', 'moderate'],
    ['4; red; Extreme', 'Minor', 'extreme'],
    ['no level', 'Severe', 'severe'],
    [null, null, 'unknown'],
  ])('of level %p and severity %p is %s', (level, severity, expected) => {
    expect(read(alertAnswer({ awareness_level: level, severity }))).toMatchObject([
      { severity: expected },
    ]);
  });

  it('has the event for a title, and no kind, where it says no more', () => {
    expect(read(alertAnswer({ eventAwarenessName: '', awareness_type: '1' }))).toMatchObject([
      { title: 'wind', category: null },
    ]);
  });

  it('begins at an unknown time without an interval', () => {
    expect(read(alertAnswer({}, { when: null }))).toMatchObject([{ startsAtMs: null }]);
  });
});

describe('an answer of MET Norway', () => {
  it('without features means that there are no alerts', () => {
    expect(toAlerts(alertsAnswer(), NOW_MS)).toEqual({ alerts: [] });
  });

  it.each([
    ['null', null],
    ['a feature', alertAnswer()],
    ['a collection without a list', { type: 'FeatureCollection' }],
    ['an alert without an id', alertsAnswer(alertAnswer({ id: null }))],
    ['an alert without a status', alertsAnswer(alertAnswer({ status: 1 }))],
    ['a test and something unreadable', alertsAnswer(alertAnswer({ status: 'Test' }), null)],
  ])('that is %s is malformed, not "none"', (_what, body) => {
    expect(() => toAlerts(body, NOW_MS)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
