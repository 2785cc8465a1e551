import type { Fields } from './accwea.fixtures.js';

/** The record read from `alertAnswer()`. */
export const EXPECTED_ALERT = {
  id: '4711',
  title: 'Wind warning',
  severity: 'severe',
  category: 'WIND',
  source: 'Weather Office',
  area: 'North Shore',
  text: 'Gusts of 110 km/h. Stay at home.',
  startsAtMs: 1_767_225_600_000,
  endsAtMs: 1_767_268_800_000,
} as const;

/** One official alert: a wind warning of twelve hours from midnight UTC, 1 January 2026. */
export function alertAnswer(changes: Fields = {}): Fields {
  return {
    CountryCode: 'NZ',
    AlertID: 4711,
    Description: { Localized: 'Vigilance vent', English: 'Wind warning' },
    Category: 'WIND',
    Priority: 2,
    Type: 'Wind warning',
    TypeId: 'W',
    Class: null,
    Level: null,
    AlarmLevel: 'Orange',
    Color: { Name: 'Orange', Red: 255, Green: 165, Blue: 0, Hex: '#FFA500' },
    Source: 'Weather Office',
    SourceId: 7,
    Disclaimer: null,
    Area: [areaAnswer()],
    HaveReadyStatements: true,
    Link: 'http://weather.test/',
    ...changes,
  };
}

/** One area of an alert. */
export function areaAnswer(changes: Fields = {}): Fields {
  return {
    Name: 'North Shore',
    StartTime: '2026-01-01T13:00:00+13:00',
    EpochStartTime: 1_767_225_600,
    EndTime: '2026-01-02T01:00:00+13:00',
    EpochEndTime: 1_767_268_800,
    LastAction: { Localized: 'New', English: 'New' },
    Text: 'Gusts of 110 km/h. Stay at home.',
    LanguageCode: 'en',
    ...changes,
  };
}
