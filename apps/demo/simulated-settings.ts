/**
 * Seconds fresh / served while it is refreshed / served when the provider fails. Nothing is served while it is
 * refreshed: a watch that is alone with its place would get the old copy each time, and show it as stale for a minute.
 */
const WINDOWS = {
  // Half a minute instead of ten.
  conditions: '30/0/21600',
  minutely: '300/0/1800',
  hourly: '1800/0/86400',
  daily: '3600/0/259200',
  alerts: '600/0/1800',
};

/** Settings of the API with the simulated provider, whose calls cost nothing: someone who breaks it sees the effect soon. */
export const SIMULATED_SETTINGS: Readonly<Record<string, string>> = {
  WINDOWS: Object.entries(WINDOWS)
    .map(([record, window]) => `${record}=${window}`)
    .join(';'),
  REFRESH_LIMIT_PER_HOUR: '1000',
  // Enough for bursts of 10 000 watches.
  ACCWEA_DAILY_BUDGET: '10000000',
  ACCWEA_MONTHLY_BUDGET: '100000000',
};
