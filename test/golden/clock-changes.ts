import type { Scenario } from './provider-data.js';
import { METRIC, RAIN, RAINY_HOURS, wetDay, snowyDay } from './scenarios.js';

/** A place in the night of a clock change, and what a watch must read there. */
export interface ClockChange {
  readonly scenario: Scenario;
  /** The current hour and those after it. */
  readonly hours: readonly string[];
  readonly dates: readonly string[];
  readonly sunrises: readonly (string | null)[];
}

type Where = Pick<Scenario, 'position' | 'place'>;
const PARIS: Where = {
  position: [48.8705, 2.3049],
  place: { name: 'Paris 08', country: 'FR', zone: 'Europe/Paris' },
};
const LOS_ANGELES: Where = {
  position: [34.0522, -118.2437],
  place: { name: 'Los Angeles', country: 'US', zone: 'America/Los_Angeles' },
};
const AUCKLAND: Where = {
  position: [-36.8485, 174.7633],
  place: { name: 'Auckland', country: 'NZ', zone: 'Pacific/Auckland' },
};

function clockChange(
  name: string,
  where: Where,
  at: string,
  hours: readonly string[],
  sunrises: readonly string[],
): ClockChange {
  const dates = sunrises.map((sunrise) => sunrise.slice(0, 10));
  const days = sunrises.map((sunrise) => wetDay(sunrise.slice(0, 10), sunrise, null));
  const scenario = { name, ...where, at, has: [], unitTypes: METRIC, now: RAIN, alerts: [] };
  const reported = RAINY_HOURS.slice(0, hours.length + 1);
  return { scenario: { ...scenario, hours: reported, days }, hours, dates, sunrises };
}

export const CLOCK_CHANGES: readonly ClockChange[] = [
  clockChange(
    'Paris in spring, where the hour from 2 to 3 is missing',
    PARIS,
    '2026-03-28T23:30:00Z',
    [
      '2026-03-29T00:00:00+01:00',
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2026-03-29T04:00:00+02:00',
    ],
    ['2026-03-29T07:35:00+02:00', '2026-03-30T07:33:00+02:00'],
  ),
  clockChange(
    'Paris in autumn, where the hour from 2 to 3 occurs twice',
    PARIS,
    '2026-10-24T22:30:00Z',
    [
      '2026-10-25T00:00:00+02:00',
      '2026-10-25T01:00:00+02:00',
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T03:00:00+01:00',
    ],
    ['2026-10-25T07:25:00+01:00', '2026-10-26T07:27:00+01:00'],
  ),
  clockChange(
    'Los Angeles in spring',
    LOS_ANGELES,
    '2026-03-08T08:50:00Z',
    [
      '2026-03-08T00:00:00-08:00',
      '2026-03-08T01:00:00-08:00',
      '2026-03-08T03:00:00-07:00',
      '2026-03-08T04:00:00-07:00',
    ],
    ['2026-03-08T07:11:00-07:00', '2026-03-09T07:09:00-07:00'],
  ),
  clockChange(
    'Los Angeles in autumn',
    LOS_ANGELES,
    '2026-11-01T08:10:00Z',
    [
      '2026-11-01T01:00:00-07:00',
      '2026-11-01T01:00:00-08:00',
      '2026-11-01T02:00:00-08:00',
      '2026-11-01T03:00:00-08:00',
    ],
    ['2026-11-01T06:14:00-08:00', '2026-11-02T06:15:00-08:00'],
  ),
  clockChange(
    'Auckland in autumn, a day ahead of UTC before and after the change',
    AUCKLAND,
    '2026-04-04T12:30:00Z',
    [
      '2026-04-05T01:00:00+13:00',
      '2026-04-05T02:00:00+13:00',
      '2026-04-05T02:00:00+12:00',
      '2026-04-05T03:00:00+12:00',
    ],
    ['2026-04-05T06:33:00+12:00', '2026-04-06T06:34:00+12:00'],
  ),
];

/** At the same time as Los Angeles in autumn; from 26 October on the sun does not rise. */
export const POLAR_NIGHT: Scenario = {
  name: 'polar night',
  position: [78.2232, 15.6267],
  place: { name: 'Longyearbyen', country: 'NO', zone: 'Arctic/Longyearbyen' },
  at: '2026-11-01T08:10:00Z',
  unitTypes: METRIC,
  has: [],
  now: RAIN,
  hours: RAINY_HOURS,
  days: [snowyDay('2026-11-01', null, null), snowyDay('2026-11-02', null, null)],
  alerts: [],
};
