type Units = 'metric' | 'imperial';

/** A conversion from the units of a body; null stays null. */
type Convert = (value: number | null, units: Units) => number | null;

export const toCelsius = conversion({ metric: (c) => c, imperial: (f) => (f - 32) / 1.8 });
export const toMetersPerSecond = conversion({
  metric: (kmh) => kmh / 3.6,
  imperial: (mph) => mph * 0.447_04,
});
export const toPascals = conversion({
  metric: (hpa) => hpa * 100,
  imperial: (inHg) => inHg * 3_386.389,
});
export const toMeters = conversion({ metric: (m) => m, imperial: (mi) => mi * 1_609.344 });

/** @returns seconds since the epoch; null for null and for text that is not an instant */
export function epochSeconds(instant: string | null): number | null {
  const ms = instant === null ? NaN : Date.parse(instant);
  return Number.isNaN(ms) ? null : ms / 1_000;
}

export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function conversion(from: Readonly<Record<Units, (value: number) => number>>): Convert {
  return (value, units) => (value === null ? null : toHundredths(from[units](value)));
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
