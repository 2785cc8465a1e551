import { HOUR_MS } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { HalfDay } from '../../../../packages/simulated-weather/weather/half-day.js';
import type { PrecipitationType } from '../../../../packages/simulated-weather/weather/precipitation.js';
import { iconOf } from '../../../../packages/simulated-weather/weather/sky.js';
import { iconText } from '../../i18n/icon-text.js';
import { isoWithOffset } from '../../../../packages/simulated-weather/world/zone.js';
import { links, unitQuery } from '../links.js';
import type { View } from '../view.js';
import { issueOffset, type Day } from './day.js';

const CATEGORIES: Readonly<Record<PrecipitationType, { category: string; severity: number }>> = {
  Rain: { category: 'rain', severity: 3 },
  Snow: { category: 'snow', severity: 2 },
  Ice: { category: 'ice', severity: 2 },
  Mixed: { category: 'snow/rain', severity: 3 },
};
const MILD = { category: '', severity: 7 };

/** `Headline`: the first wet half-day, else a text about today without an end (facts, section 2.3). */
export function headline(days: readonly Day[], view: View) {
  const halves = days.flatMap(({ day, night }) => [day, night]);
  const wet = halves.find(({ precipitation }) => precipitation);
  const half = wet ?? halves[0];
  const startMs = half?.hours[0]?.startMs ?? view.nowMs;
  const { category, severity } = wet?.precipitation ? CATEGORIES[wet.precipitation] : MILD;
  const endMs = wet && startMs + wet.hours.length * HOUR_MS;
  const iso = (instantMs: number) => isoWithOffset(instantMs, issueOffset(view));
  return {
    EffectiveDate: iso(startMs),
    EffectiveEpochDate: startMs / 1000,
    Severity: severity,
    Text: half ? sentence(half, startMs, view) : '',
    Category: wet?.thunderPercent ? 'thunderstorm' : category,
    EndDate: endMs ? iso(endMs) : null,
    EndEpochDate: endMs ? endMs / 1000 : null,
    ...links(view, 'daily-weather-forecast', unitQuery(view)),
  };
}

function sentence({ sky }: HalfDay, startMs: number, { language, place }: View): string {
  const weekday = new Intl.DateTimeFormat(language.startsWith('fr') ? 'fr' : 'en', {
    weekday: 'long',
    timeZone: place.zone,
  });
  return `${iconText(iconOf(sky), language)} ${weekday.format(startMs)}`;
}
