import { HOUR_MS, round } from '../../../../packages/simulated-weather/maths/numbers.js';
import { hoursFrom, type Hour } from '../../../../packages/simulated-weather/weather/hour.js';
import { iconOf } from '../../../../packages/simulated-weather/weather/sky.js';
import { direction } from '../../i18n/compass.js';
import { iconText } from '../../i18n/icon-text.js';
import { FEEL_TEXTS, UV_TEXTS } from '../../i18n/scales.js';
import { inLanguage, textOf } from '../../i18n/text.js';
import { isoIn, offsetMinutes } from '../../../../packages/simulated-weather/world/zone.js';
import { links, unitQuery } from '../links.js';
import { quantity, type Measure } from '../quantity.js';
import type { View } from '../view.js';
import { precipitationFields, probabilityFields } from './hour-fields.js';

/** The array of hours, from the next full local hour on (facts, section 2.4). */
export function hourlyBody(view: View, hours: number): readonly object[] {
  return hoursFrom(view.place, nextFullHour(view), hours).map((hour) => hourBody(hour, view));
}

function nextFullHour({ place, nowMs }: View): number {
  const offsetMs = offsetMinutes(place.zone, nowMs) * 60_000;
  return (Math.floor((nowMs + offsetMs) / HOUR_MS) + 1) * HOUR_MS - offsetMs;
}

function hourBody(hour: Hour, view: View) {
  const icon = iconOf(hour);
  const time = isoIn(view.place.zone, hour.startMs);
  return {
    DateTime: time,
    EpochDateTime: hour.startMs / 1000,
    WeatherIcon: icon,
    IconPhrase: iconText(icon, view.language),
    ...precipitationFields(hour.precipitation, hour.rateMmPerHour),
    IsDaylight: hour.isDay,
    Temperature: quantity('temperature', hour.temperatureC, view.metric),
    ...(view.details ? details(hour, view) : { PrecipitationProbability: hour.probabilityPercent }),
    ...links(view, 'hourly-weather-forecast', {
      hbhhour: String(Number(time.slice(11, 13))),
      ...unitQuery(view),
    }),
  };
}

function details(hour: Hour, view: View) {
  return {
    ...felt(hour, view),
    ...air(hour, view),
    ...probabilityFields(hour.precipitation, hour),
    ...water(hour, view),
  };
}

function felt(hour: Hour, view: View) {
  const degrees = (celsius: number) => quantity('temperature', celsius, view.metric);
  const worded = (celsius: number) => ({
    ...degrees(celsius),
    Phrase: inLanguage(textOf(FEEL_TEXTS, celsius), view.language),
  });
  return {
    RealFeelTemperature: worded(hour.comfort.realFeelC),
    RealFeelTemperatureShade: worded(hour.comfort.realFeelShadeC),
    WetBulbTemperature: degrees(hour.comfort.wetBulbC),
    WetBulbGlobeTemperature: degrees(hour.comfort.wetBulbGlobeC),
    DewPoint: degrees(hour.dewPointC),
    WindChillTemperature: degrees(hour.comfort.windChillC),
    HeatIndex: degrees(hour.comfort.heatIndexC),
  };
}

function air(hour: Hour, { metric, language }: View) {
  const uvIndex = round(hour.light.uvIndex);
  return {
    Wind: {
      Speed: quantity('speed', hour.wind.speedKmh, metric),
      Direction: direction(hour.wind.degrees, language),
    },
    // Without a direction, unlike in the daily forecast.
    WindGust: { Speed: quantity('speed', hour.wind.gustKmh, metric) },
    RelativeHumidity: hour.humidityPercent,
    IndoorRelativeHumidity: round(hour.humidityPercent * 0.7),
    Visibility: quantity('distance', hour.visibilityKm, metric),
    Ceiling: quantity('height', hour.ceilingM, metric),
    UVIndex: uvIndex,
    UVIndexFloat: round(hour.light.uvIndex, 1),
    UVIndexText: inLanguage(textOf(UV_TEXTS, uvIndex), language),
    CloudCover: hour.cloudPercent,
    AccuLumenBrightnessIndex: round(hour.isDay ? 10 - hour.cloudPercent / 12.5 : 0, 1),
  };
}

function water(hour: Hour, { metric }: View) {
  const amount = (measure: Measure, value: number) => quantity(measure, value, metric);
  return {
    TotalLiquid: amount('water', hour.liquidMm),
    Rain: amount('water', hour.rainMm),
    Snow: amount('snow', hour.snowCm),
    Ice: amount('water', hour.iceMm),
    Evapotranspiration: amount('water', hour.evaporationMm),
    SolarIrradiance: amount('irradiance', hour.light.irradianceWm2),
  };
}
