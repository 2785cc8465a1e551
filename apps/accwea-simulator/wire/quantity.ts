import { round } from '../../../packages/simulated-weather/maths/numbers.js';

/** `{Value, Unit, UnitType}`: codes in the facts, section 1. */
export interface Quantity {
  readonly Value: number;
  readonly Unit: string;
  readonly UnitType: number;
}

export interface BothSystems {
  readonly Metric: Quantity;
  readonly Imperial: Quantity;
}

interface Unit {
  readonly name: string;
  readonly type: number;
  readonly digits: number;
}

const CELSIUS: Unit = { name: 'C', type: 17, digits: 1 };
const FAHRENHEIT: Unit = { name: 'F', type: 18, digits: 0 };
const WATTS: Unit = { name: 'W/m²', type: 33, digits: 1 };
const INCHES: Unit = { name: 'in', type: 1, digits: 2 };

/** The units of each kind of value, and the conversion from metric to imperial. */
const MEASURES = {
  temperature: { metric: CELSIUS, imperial: FAHRENHEIT, convert: (c: number) => c * 1.8 + 32 },
  temperatureDifference: { metric: CELSIUS, imperial: FAHRENHEIT, convert: (c: number) => c * 1.8 },
  speed: {
    metric: { name: 'km/h', type: 7, digits: 1 },
    imperial: { name: 'mi/h', type: 9, digits: 1 },
    convert: (kmh: number) => kmh / 1.609344,
  },
  distance: {
    metric: { name: 'km', type: 6, digits: 1 },
    imperial: { name: 'mi', type: 2, digits: 1 },
    convert: (km: number) => km / 1.609344,
  },
  height: {
    metric: { name: 'm', type: 5, digits: 0 },
    imperial: { name: 'ft', type: 0, digits: 0 },
    convert: (m: number) => m / 0.3048,
  },
  pressure: {
    metric: { name: 'mb', type: 14, digits: 1 },
    imperial: { name: 'inHg', type: 12, digits: 2 },
    convert: (mb: number) => mb / 33.8639,
  },
  water: {
    metric: { name: 'mm', type: 3, digits: 1 },
    imperial: INCHES,
    convert: (mm: number) => mm / 25.4,
  },
  snow: {
    metric: { name: 'cm', type: 4, digits: 1 },
    imperial: INCHES,
    convert: (cm: number) => cm / 2.54,
  },
  irradiance: { metric: WATTS, imperial: WATTS, convert: (watts: number) => watts },
} as const satisfies Record<string, { metric: Unit; imperial: Unit; convert(v: number): number }>;

export type Measure = keyof typeof MEASURES;

/** A value in the requested system. The imperial one is computed from the rounded metric one, so that they agree. */
export function quantity(measure: Measure, metricValue: number, isMetric: boolean): Quantity {
  const { metric, imperial, convert } = MEASURES[measure];
  const rounded = round(metricValue, metric.digits);
  return isMetric ? inUnit(metric, rounded) : inUnit(imperial, convert(rounded));
}

export function bothSystems(measure: Measure, metricValue: number): BothSystems {
  return {
    Metric: quantity(measure, metricValue, true),
    Imperial: quantity(measure, metricValue, false),
  };
}

function inUnit({ name, type, digits }: Unit, value: number): Quantity {
  return { Value: round(value, digits), Unit: name, UnitType: type };
}
