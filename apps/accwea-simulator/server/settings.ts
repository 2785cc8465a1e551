/** What can be changed while the simulator runs. */
export interface Settings {
  /** The only accepted API key. */
  key: string;
  /** Every weather answer, faulty or not, waits this long. */
  latencyMs: number;
  /** `max-age` of every good answer; undefined: until the data change. */
  maxAgeSeconds: number | undefined;
  /** The header's value; undefined leaves both `RateLimit-*` headers out. */
  rateLimitRemaining: number | undefined;
  /** The plan's horizon: longer spans are answered 403. */
  maxDailyDays: number;
  maxHourlyHours: number;
  /** `weather`: where and when the weather is dangerous. */
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
