/** Settings that can change while the simulator runs. */
export interface Settings {
  /** The only accepted API key. */
  key: string;
  /** Delay of every weather response, with or without a fault. */
  latencyMs: number;
  /** `max-age` of every successful response; undefined: until the data change. */
  maxAgeSeconds: number | undefined;
  /** The header's value; undefined omits both `RateLimit-*` headers. */
  rateLimitRemaining: number | undefined;
  /** The plan's horizon: longer spans get a 403. */
  maxDailyDays: number;
  maxHourlyHours: number;
  /** Whether MinuteCast answers with intervals, as to the larger plans; else with segments. */
  minuteCastIntervals: boolean;
  /** `weather`: alerts where and when the weather is dangerous. */
  alerts: 'weather' | 'none' | 'always';
  /** Whether a search in a city finds a part of it, with the city as its parent; else the city. */
  neighbourhoods: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  key: 'simulator-key',
  latencyMs: 0,
  maxAgeSeconds: undefined,
  rateLimitRemaining: 249,
  maxDailyDays: 15,
  maxHourlyHours: 120,
  minuteCastIntervals: false,
  alerts: 'weather',
  neighbourhoods: false,
};
