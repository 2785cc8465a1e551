import { expect } from '@jest/globals';

/** The wire facts' notation, as matchers. */
export const A_NUMBER: unknown = expect.any(Number);
export const A_TEXT: unknown = expect.any(String);
export const A_FLAG: unknown = expect.any(Boolean);
export const AN_INSTANT: unknown = expect.stringMatching(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d$/,
);

/** `V`. */
export function quantityIn(Unit: string, UnitType: number) {
  return { Value: A_NUMBER, Unit, UnitType };
}

const METRIC = {
  temperature: quantityIn('C', 17),
  speed: quantityIn('km/h', 7),
  distance: quantityIn('km', 6),
  height: quantityIn('m', 5),
  pressure: quantityIn('mb', 14),
  water: quantityIn('mm', 3),
  snow: quantityIn('cm', 4),
  irradiance: quantityIn('W/m²', 33),
};

const IMPERIAL: typeof METRIC = {
  temperature: quantityIn('F', 18),
  speed: quantityIn('mi/h', 9),
  distance: quantityIn('mi', 2),
  height: quantityIn('ft', 0),
  pressure: quantityIn('inHg', 12),
  water: quantityIn('in', 1),
  snow: quantityIn('in', 1),
  irradiance: quantityIn('W/m²', 33),
};

/** `V` of each measure in the requested system. */
export function quantities(metric: boolean): typeof METRIC {
  return metric ? METRIC : IMPERIAL;
}

/** `MI`. */
export function both(measure: keyof typeof METRIC) {
  return { Metric: METRIC[measure], Imperial: IMPERIAL[measure] };
}

/** `MIp`. */
export function bothWorded(measure: keyof typeof METRIC) {
  return {
    Metric: { ...METRIC[measure], Phrase: A_TEXT },
    Imperial: { ...IMPERIAL[measure], Phrase: A_TEXT },
  };
}

export const DIRECTION = { Degrees: A_NUMBER, Localized: A_TEXT, English: A_TEXT };
export const LINKS = { MobileLink: A_TEXT, Link: A_TEXT };
