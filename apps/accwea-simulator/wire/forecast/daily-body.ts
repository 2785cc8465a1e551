import { clamp, mean, round, sum } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Hour } from '../../../../packages/simulated-weather/weather/hour.js';
import { FEEL_TEXTS } from '../../i18n/scales.js';
import { inLanguage, textOf } from '../../i18n/text.js';
import { isoWithOffset } from '../../../../packages/simulated-weather/world/zone.js';
import { links, unitQuery } from '../links.js';
import { quantity } from '../quantity.js';
import type { View } from '../view.js';
import { airAndPollen } from './air-and-pollen.js';
import { daysOf, issueOffset, type Day } from './day.js';
import { halfDayBody } from './half-day-body.js';
import { headline } from './headline.js';
import { sunAndMoon } from './sun-and-moon.js';

const COMFORTABLE_C = 18;

/** `{Headline, DailyForecasts}` (facts, section 2.3). */
export function dailyBody(view: View, days: number) {
  const forecast = daysOf(view, days);
  return {
    Headline: headline(forecast, view),
    DailyForecasts: forecast.map((day, index) => dayBody(day, index + 1, view)),
  };
}

function dayBody(day: Day, dayNumber: number, view: View) {
  return {
    Date: isoWithOffset(day.morningMs, issueOffset(view)),
    EpochDate: day.morningMs / 1000,
    ...(view.details && sunAndMoon(view.place, day.startMs)),
    Temperature: range(day.hours, (hour) => hour.temperatureC, view),
    ...(view.details && details(day, view)),
    Day: halfDayBody(day.day, view),
    Night: halfDayBody(day.night, view),
    Sources: ['AccuWeather'],
    ...links(view, 'daily-weather-forecast', { day: String(dayNumber), ...unitQuery(view) }),
  };
}

function details(day: Day, view: View) {
  const worded = (value: (hour: Hour) => number) => range(day.hours, value, view, true);
  return {
    RealFeelTemperature: worded((hour) => hour.comfort.realFeelC),
    RealFeelTemperatureShade: worded((hour) => hour.comfort.realFeelShadeC),
    HoursOfSun: hoursOfSun(day.hours),
    DegreeDaySummary: degreeDays(day.hours, view),
    AirAndPollen: airAndPollen(day, view),
  };
}

function range(
  hours: readonly Hour[],
  value: (hour: Hour) => number,
  { metric, language }: View,
  isWorded = false,
) {
  const show = (celsius: number) => ({
    ...quantity('temperature', celsius, metric),
    ...(isWorded && { Phrase: inLanguage(textOf(FEEL_TEXTS, celsius), language) }),
  });
  const values = hours.map(value);
  return { Minimum: show(Math.min(...values)), Maximum: show(Math.max(...values)) };
}

function hoursOfSun(hours: readonly Hour[]): number {
  const shares = hours
    .filter(({ isDay }) => isDay)
    .map(({ cloudPercent }) => 1 - cloudPercent / 100);
  return round(clamp(sum(shares), 0, 24), 1);
}

/** Differences of temperature: 0 °C is 0 °F. */
function degreeDays(hours: readonly Hour[], { metric }: View) {
  const aboveC = mean(hours.map(({ temperatureC }) => temperatureC)) - COMFORTABLE_C;
  const show = (degrees: number) => quantity('temperatureDifference', Math.max(0, degrees), metric);
  return { Heating: show(-aboveC), Cooling: show(aboveC) };
}
