import { describe, expect, it } from '@jest/globals';
import { alertAnswer, alertsAnswer, EXPECTED_ALERT } from '../testing/nws.fixtures.js';
import { toAlerts } from './nws.alerts.js';

const NOW_MS = Date.UTC(2026, 0, 1, 9);
const read = (...features: readonly unknown[]) =>
  toAlerts(alertsAnswer(...features), NOW_MS).alerts;
const NO_EVENT = { VTEC: undefined };

describe('an alert of the NWS', () => {
  it('is read in the words of the authority', () => {
    expect(read(alertAnswer())).toEqual([EXPECTED_ALERT]);
  });

  it('is in force though its message expires before the hazard begins, or has expired', () => {
    expect(read(alertAnswer({ expires: '2026-01-01T08:00:00Z' }))).toEqual([EXPECTED_ALERT]);
  });

  it.each([
    ['Extreme', 'extreme'],
    ['Moderate', 'moderate'],
    ['Minor', 'minor'],
    ['Unknown', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ])('of severity %p is %s', (severity, expected) => {
    expect(read(alertAnswer({ severity }))).toMatchObject([{ severity: expected }]);
  });

  it.each([
    ['a test', { status: 'Test' }],
    ['an exercise', { status: 'Exercise' }],
    ['a draft', { status: 'Draft' }],
    ['a cancellation', { messageType: 'Cancel' }],
    ['the all clear', { response: 'AllClear' }],
    ['past', { ends: '2026-01-01T09:00:00Z' }],
    ['past, without an end but expired', { ends: null, expires: '2026-01-01T08:59:00Z' }],
  ])('that is %s is left out, and nothing left is none', (_what, changes) => {
    expect(read(alertAnswer(changes))).toEqual([]);
  });

  it.each(['CAN', 'EXP', 'UPG'])('whose event is over (%s) is left out', (action) => {
    const VTEC = [`/O.${action}.KBOU.WS.W.0001.260101T1200Z-260102T1200Z/`];
    expect(read(alertAnswer({}, { VTEC }))).toEqual([]);
  });

  it('whose event is a test is left out', () => {
    const VTEC = ['/T.NEW.KBOU.WS.W.0001.260101T1200Z-260102T1200Z/'];
    expect(read(alertAnswer({}, { VTEC }))).toEqual([]);
  });

  it('that replaces an event by another one is that of the new one', () => {
    const VTEC = ['/O.UPG.KBOU.WS.A.0004.1/', '/O.NEW.KBOU.BZ.W.0002.2/'];
    expect(read(alertAnswer({}, { VTEC }))).toMatchObject([{ id: 'KBOU.BZ.W.0002' }]);
  });

  it('without an end is open, whenever its message expires', () => {
    expect(read(alertAnswer({ ends: null, expires: '2026-01-01T10:00:00Z' }))).toMatchObject([
      { endsAtMs: null },
    ]);
  });

  it('has its end in a parameter, too', () => {
    const parameters = { eventEndingTime: ['2026-01-03T00:00:00+00:00'] };
    expect(read(alertAnswer({ ends: null }, parameters))).toMatchObject([
      { endsAtMs: Date.UTC(2026, 0, 3) },
    ]);
  });

  it('without an event code has the id of its message', () => {
    expect(read(alertAnswer({}, NO_EVENT))).toMatchObject([
      { id: 'urn:oid:2.49.0.1.840.0.0001.001.1' },
    ]);
  });

  it('keeps its id when a later message extends it, and is not repeated', () => {
    const later = alertAnswer({
      id: 'urn:oid:2.49.0.1.840.0.0002.001.1',
      sent: '2026-01-01T01:00:00-07:00',
      ends: '2026-01-02T12:00:00-07:00',
    });
    for (const messages of [
      [later, alertAnswer()],
      [alertAnswer(), later],
    ]) {
      expect(read(...messages)).toEqual([
        { ...EXPECTED_ALERT, endsAtMs: Date.UTC(2026, 0, 2, 19) },
      ]);
    }
  });

  it('that a later message names as replaced is left out', () => {
    const later = alertAnswer(
      { id: 'later', references: [{ identifier: 'urn:oid:2.49.0.1.840.0.0001.001.1' }] },
      NO_EVENT,
    );
    expect(read(alertAnswer({}, NO_EVENT), later)).toMatchObject([{ id: 'later' }]);
  });

  it('begins with its message where no onset is known', () => {
    expect(read(alertAnswer({ onset: null }))).toMatchObject([
      { startsAtMs: Date.UTC(2025, 11, 31, 22) },
    ]);
  });

  it('has no instant without a UTC offset', () => {
    expect(read(alertAnswer({ onset: '2026-01-01T05:00:00', effective: 5 }))).toMatchObject([
      { startsAtMs: null },
    ]);
  });

  it('has as many areas and paragraphs as fit', () => {
    const areaDesc = Array.from({ length: 200 }, (_, zone) => `County number ${zone}`).join('; ');
    const [alert] = read(alertAnswer({ areaDesc, description: 'x'.repeat(20_000) }));
    expect(alert?.area?.length).toBeLessThanOrEqual(2_000);
    expect(alert?.area).toMatch(/^County number 0; .*County number \d+$/);
    expect(alert?.text).toBe(
      'Winter Storm Warning until Friday at 5 AM\n\nIf you must travel, keep food in your vehicle.',
    );
  });
});

describe('an answer of the NWS', () => {
  it('without features means that there are no alerts', () => {
    expect(toAlerts(alertsAnswer(), NOW_MS)).toEqual({ alerts: [] });
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['an error', { type: 'https://api.weather.gov/problems/NotFound', status: 404 }],
    ['a collection without a list', { type: 'FeatureCollection', features: {} }],
    ['a feature', { ...alertAnswer(), features: [] }],
    ['unreadable features', alertsAnswer(null, 7, { properties: null })],
    ['an alert without an id', alertsAnswer(alertAnswer({ id: 5 }))],
    ['an alert without a status', alertsAnswer(alertAnswer({ status: null }))],
    ['a test and something unreadable', alertsAnswer(alertAnswer({ status: 'Test' }), {})],
  ])('that is %s is malformed, not "none"', (_what, body) => {
    expect(() => toAlerts(body, NOW_MS)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });

  it('omits what is unreadable beside an alert', () => {
    expect(read({}, alertAnswer())).toEqual([EXPECTED_ALERT]);
  });
});
