/** Settings of the API with the simulated provider, whose calls cost nothing: someone who breaks it sees the effect soon. */
export const SIMULATED_SETTINGS: Readonly<Record<string, string>> = {
  // Half a minute instead of ten.
  WINDOWS: 'conditions=30/15/21600',
  REFRESH_LIMIT_PER_HOUR: '1000',
  // Enough for bursts of 10 000 watches.
  ACCWEA_DAILY_BUDGET: '10000000',
  ACCWEA_MONTHLY_BUDGET: '100000000',
};
