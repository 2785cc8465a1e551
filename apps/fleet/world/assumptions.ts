/**
 * What the planner assumes about people, watches and weather. None of it is measured: no source publishes it. Change
 * it here, or with the options of the command; the JSON document repeats all of it.
 */
export const ASSUMPTIONS = {
  /**
   * Share of all watches by country (ISO 3166-1 alpha-2), in percent: our estimate from the size of smartwatch
   * markets. Within a country watches are spread like people.
   */
  devicePercentByCountry: {
    US: 27,
    CN: 19,
    IN: 6,
    JP: 6,
    DE: 5,
    GB: 5,
    FR: 4,
    KR: 3.5,
    IT: 2.5,
    CA: 2.5,
    BR: 2.5,
    ES: 2,
    AU: 2,
    RU: 1.5,
    MX: 1.5,
    NL: 1,
    PL: 1,
    SE: 0.8,
    CH: 0.7,
    BE: 0.6,
    TW: 0.6,
  } as Readonly<Record<string, number>>,
  // The remaining percent are spread over all other countries like people.

  /** People in the built-up area of a place. With it a place is a disc around its centre. */
  peoplePerSquareKm: 4_000,
  /** Share of the watches that spend their working hours at a second place of the same city. */
  commuterShare: 0.5,
  /** Local hours of leaving for work and of returning home; uniform within ± 1 hour. */
  workHours: { leave: 8.5, return: 17.5, spread: 1 },
  /** Share of the watches that spend the day in another city. */
  travellerShare: 0.02,
  /** Early birds and night owls: the curve of a watch is shifted by up to this many hours, either way. */
  shiftHours: 1.5,
  /** Requests by local hour, relative to the busiest: people look in the morning, and watches sleep with them. */
  activityByLocalHour: [
    0.15, 0.1, 0.08, 0.08, 0.1, 0.25, 0.6, 1, 1, 0.9, 0.85, 0.85, 0.9, 0.85, 0.8, 0.8, 0.85, 0.95,
    0.95, 0.85, 0.75, 0.65, 0.5, 0.3,
  ],
  /** From these local hours on a watch that asks by a timer is awake, and asleep. */
  awakeHours: { wake: 6.5, sleep: 23 },
  /** Watches that ask by a timer agree about the time to this many seconds, either way. */
  clockErrorSeconds: 10,
  /** Share of the hours whose forecast makes rain likely, and the mean length of a wet spell. */
  rain: { wetShare: 0.2, spellHours: 4 },
  /** With `city` as people per place key: neighbourhoods that are farther away keep a key of their own. */
  cityKeyWithinKm: 15,
  /** What a neighbourhood's key holds in that case. */
  neighbourhoodPeople: 20_000,
  /**
   * What the provider says about how long its answers hold (`max-age`, recorded for conditions; not recorded for
   * forecasts and alerts). Applied by the freshness rules of the product.
   */
  expiresInMs: { conditions: 583_000, minutely: 60_000, hourly: 0, daily: 0, alerts: 0 },
  /** The virtual day: local times are those of this date. */
  startsAtMs: Date.UTC(2026, 6, 1),
} as const;
