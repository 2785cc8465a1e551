import { DAY_MS, HOUR_MS, round } from '../../../../packages/simulated-weather/maths/numbers.js';
import { weatherAt, type Weather } from '../../../../packages/simulated-weather/weather/weather.js';
import { iconOf } from '../../../../packages/simulated-weather/weather/sky.js';
import { temperatureAt } from '../../../../packages/simulated-weather/weather/temperature.js';
import { direction } from '../../i18n/compass.js';
import { FEEL_TEXTS, TENDENCIES, UV_TEXTS } from '../../i18n/scales.js';
import { iconText } from '../../i18n/icon-text.js';
import { inLanguage, textOf } from '../../i18n/text.js';
import { isoIn } from '../../../../packages/simulated-weather/world/zone.js';
import { links } from '../links.js';
import { bothSystems } from '../quantity.js';
import type { View } from '../view.js';
import { observationMs } from './observation.js';
import { pastWater, precipitationSummary, temperatureSummary } from './past-body.js';

/** The array of exactly one observation (facts, section 2.2). */
export function currentConditionsBody(view: View): readonly [object] {
  const observedMs = observationMs(view.place, view.nowMs);
  const weather = weatherAt(view.place, observedMs);
  const icon = iconOf(weather);
  return [
    {
      LocalObservationDateTime: isoIn(view.place.zone, observedMs),
      EpochTime: observedMs / 1000,
      WeatherText: iconText(icon, view.language),
      WeatherIcon: icon,
      HasPrecipitation: weather.precipitation !== null,
      PrecipitationType: weather.precipitation,
      IsDayTime: weather.isDay,
      Temperature: bothSystems('temperature', weather.temperatureC),
      ...(view.details && { ...air(weather, view), ...past(observedMs, weather, view) }),
      ...links(view, 'current-weather'),
    },
  ];
}

function air(weather: Weather, { language }: View) {
  const uvIndex = round(weather.light.uvIndex);
  return {
    ...felt(weather, language),
    RelativeHumidity: weather.humidityPercent,
    IndoorRelativeHumidity: round(weather.humidityPercent * 0.7),
    DewPoint: bothSystems('temperature', weather.dewPointC),
    Wind: {
      Direction: direction(weather.wind.degrees, language),
      Speed: bothSystems('speed', weather.wind.speedKmh),
    },
    WindGust: { Speed: bothSystems('speed', weather.wind.gustKmh) },
    UVIndex: uvIndex,
    UVIndexFloat: round(weather.light.uvIndex, 1),
    UVIndexText: inLanguage(textOf(UV_TEXTS, uvIndex), language),
    Visibility: bothSystems('distance', weather.visibilityKm),
    ObstructionsToVisibility: obstruction(weather),
    CloudCover: weather.cloudPercent,
    Ceiling: bothSystems('height', weather.ceilingM),
    Pressure: bothSystems('pressure', weather.pressureMb),
  };
}

function felt(weather: Weather, language: string) {
  return {
    RealFeelTemperature: withPhrase(weather.comfort.realFeelC, language),
    RealFeelTemperatureShade: withPhrase(weather.comfort.realFeelShadeC, language),
    ApparentTemperature: bothSystems('temperature', weather.comfort.apparentC),
    WindChillTemperature: bothSystems('temperature', weather.comfort.windChillC),
    HeatIndex: bothSystems('temperature', weather.comfort.heatIndexC),
    WetBulbTemperature: bothSystems('temperature', weather.comfort.wetBulbC),
    WetBulbGlobeTemperature: bothSystems('temperature', weather.comfort.wetBulbGlobeC),
  };
}

function past(observedMs: number, weather: Weather, { place, language }: View) {
  const departureC = weather.temperatureC - temperatureAt(place, observedMs - DAY_MS);
  const change = weather.pressureMb - weatherAt(place, observedMs - 3 * HOUR_MS).pressureMb;
  const tendency = TENDENCIES.find(({ below }) => change < below) ?? TENDENCIES[1];
  return {
    PressureTendency: {
      LocalizedText: inLanguage(tendency.text, language),
      Code: tendency.code,
    },
    Past24HourTemperatureDeparture: bothSystems('temperatureDifference', departureC),
    Precip1hr: pastWater(place, observedMs, 1),
    PrecipitationSummary: {
      // Not the past hour: a recording has 3.3 mm here and 0.5 mm there.
      Precipitation: bothSystems('water', weather.rateMmPerHour),
      ...precipitationSummary(place, observedMs),
    },
    TemperatureSummary: temperatureSummary(place, observedMs),
  };
}

function withPhrase(celsius: number, language: string) {
  const Phrase = inLanguage(textOf(FEEL_TEXTS, celsius), language);
  const { Metric, Imperial } = bothSystems('temperature', celsius);
  return { Metric: { ...Metric, Phrase }, Imperial: { ...Imperial, Phrase } };
}

function obstruction({ fog, precipitation, visibilityKm }: Weather): string {
  if (fog) return 'F';
  if (visibilityKm > 10 || !precipitation) return '';
  return precipitation === 'Rain' ? 'R-' : 'S-';
}
