import { clamp } from '../maths/numbers.js';

/** Perceived temperatures in °C. */
export interface Comfort {
  readonly realFeelC: number;
  readonly realFeelShadeC: number;
  readonly apparentC: number;
  readonly windChillC: number;
  readonly heatIndexC: number;
  readonly wetBulbC: number;
  readonly wetBulbGlobeC: number;
}

export interface Air {
  readonly temperatureC: number;
  readonly dewPointC: number;
  readonly windKmh: number;
  readonly uvIndex: number;
}

export function comfortOf(air: Air): Comfort {
  const { temperatureC, uvIndex } = air;
  const windChillC = windChill(air);
  const heatIndexC = heatIndex(air);
  const wetBulbC = wetBulb(air);
  const realFeelShadeC = windChillC + heatIndexC - temperatureC - 0.04 * air.windKmh;
  return {
    realFeelC: realFeelShadeC + 0.7 * uvIndex,
    realFeelShadeC,
    apparentC: (realFeelShadeC + temperatureC) / 2,
    windChillC,
    heatIndexC,
    wetBulbC,
    wetBulbGlobeC: 0.7 * wetBulbC + 0.3 * temperatureC + 0.2 * uvIndex,
  };
}

/** Environment Canada's formula, which holds from 10 °C down and above 4.8 km/h. */
function windChill({ temperatureC, windKmh }: Air): number {
  if (temperatureC > 10 || windKmh < 4.8) return temperatureC;
  const drag = windKmh ** 0.16;
  const chill = 13.12 + 0.6215 * temperatureC - 11.37 * drag + 0.3965 * temperatureC * drag;
  return Math.min(temperatureC, chill);
}

/** A humidex: dew point adds to warmth. */
function heatIndex({ temperatureC, dewPointC }: Air): number {
  if (temperatureC < 24) return temperatureC;
  return temperatureC + 0.35 * Math.max(0, dewPointC - 12);
}

/** The third rule: a third of the way from air to dew point. */
function wetBulb({ temperatureC, dewPointC }: Air): number {
  return clamp(temperatureC - (temperatureC - dewPointC) / 3, dewPointC, temperatureC);
}
