import { mean, round, sum } from '../../../../packages/simulated-weather/maths/numbers.js';
import { type HalfDay } from '../../../../packages/simulated-weather/weather/half-day.js';
import type { Hour } from '../../../../packages/simulated-weather/weather/hour.js';
import { iconOf } from '../../../../packages/simulated-weather/weather/sky.js';
import { direction } from '../../i18n/compass.js';
import { iconText } from '../../i18n/icon-text.js';
import { quantity, type Measure } from '../quantity.js';
import type { View } from '../view.js';
import { precipitationFields, probabilityFields } from './hour-fields.js';

/** `Day` or `Night` of a daily forecast (facts, section 2.3, "Half-day"). */
export function halfDayBody(half: HalfDay, view: View) {
  const icon = iconOf(half.sky);
  const phrase = iconText(icon, view.language);
  return {
    Icon: icon,
    IconPhrase: phrase,
    ...precipitationFields(half.precipitation, half.sky.rateMmPerHour),
    ...(view.details && {
      ShortPhrase: phrase,
      LongPhrase: phrase,
      ...probabilityFields(half.precipitation, half),
      ...wind(half.hours, view),
      ...water(half, view),
      ...air(half.hours, view),
    }),
  };
}

/** Wind of the windiest hour and gust of the gustiest; here the gust has a direction. */
function wind(hours: readonly Hour[], { metric, language }: View) {
  const strongest = (speed: 'speedKmh' | 'gustKmh') => {
    const hour = hours.reduce((most, next) => (next.wind[speed] > most.wind[speed] ? next : most));
    return {
      Speed: quantity('speed', hour.wind[speed], metric),
      Direction: direction(hour.wind.degrees, language),
    };
  };
  return { Wind: strongest('speedKmh'), WindGust: strongest('gustKmh') };
}

function water(half: HalfDay, { metric }: View) {
  const amount = (measure: Measure, value: number) => quantity(measure, value, metric);
  const hoursWith = (value: (hour: Hour) => number) =>
    half.hours.filter((hour) => value(hour) > 0).length;
  return {
    TotalLiquid: amount('water', half.liquidMm),
    Rain: amount('water', half.rainMm),
    Snow: amount('snow', half.snowCm),
    Ice: amount('water', half.iceMm),
    HoursOfPrecipitation: hoursWith((hour) => hour.liquidMm),
    HoursOfRain: hoursWith((hour) => hour.rainMm),
    HoursOfSnow: hoursWith((hour) => hour.snowCm),
    HoursOfIce: hoursWith((hour) => hour.iceMm),
  };
}

function air(hours: readonly Hour[], { metric }: View) {
  const all = (value: (hour: Hour) => number) => hours.map(value);
  const degrees = (celsius: number) => quantity('temperature', celsius, metric);
  return {
    CloudCover: round(mean(all((hour) => hour.cloudPercent))),
    Evapotranspiration: quantity('water', sum(all((hour) => hour.evaporationMm)), metric),
    SolarIrradiance: quantity('irradiance', sum(all((hour) => hour.light.irradianceWm2)), metric),
    RelativeHumidity: spread(
      all((hour) => hour.humidityPercent),
      round,
    ),
    WetBulbTemperature: spread(
      all((hour) => hour.comfort.wetBulbC),
      degrees,
    ),
    WetBulbGlobeTemperature: spread(
      all((hour) => hour.comfort.wetBulbGlobeC),
      degrees,
    ),
    UVIndexFloat: uvSpread(all((hour) => hour.light.uvIndex)),
  };
}

function uvSpread(uvIndexes: readonly number[]) {
  const { Minimum, Maximum } = spread(uvIndexes, (uvIndex) => round(uvIndex, 1));
  return { Minimum, Maximum };
}

function spread<T>(values: readonly number[], show: (value: number) => T) {
  return {
    Minimum: show(Math.min(...values)),
    Maximum: show(Math.max(...values)),
    Average: show(mean(values)),
  };
}
