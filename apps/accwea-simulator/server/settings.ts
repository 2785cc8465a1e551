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
  /** `weather`: alerts where and when the weather is dangerous. */
  alerts: 'weather' | 'none' | 'always';
}

export const DEFAULT_SETTINGS: Settings = {
  key: 'simulator-key',
  latencyMs: 0,
  maxAgeSeconds: undefined,
  rateLimitRemaining: 249,
  maxDailyDays: 15,
  maxHourlyHours: 120,
  alerts: 'weather',
};
