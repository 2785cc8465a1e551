import { wholeOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { HOUR_MS } from '../../../../packages/simulated-weather/maths/numbers.js';
import { hoursFrom } from '../../../../packages/simulated-weather/weather/hour.js';
import { inLanguage, text } from '../../i18n/text.js';
import {
  isoIn,
  offsetMinutes,
  startOfDay,
} from '../../../../packages/simulated-weather/world/zone.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import { links } from '../links.js';
import { hasAlerts } from '../location-body.js';
import type { View } from '../view.js';
import { HAZARDS, type Hazard } from './hazards.js';

const DAY_HOURS = 24;
const NEW = text('New', 'Nouveau');

interface Warning {
  readonly hazard: Hazard;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The array of alerts in force or announced for the local day; `[]` when none (facts, section 2.5).
 * @param mode `always` adds an alert where the weather causes none.
 */
export function alertsBody(view: View, mode: 'weather' | 'none' | 'always'): readonly object[] {
  if (mode === 'none' || !hasAlerts(view.place)) return [];
  const dayMs = startOfDay(view.nowMs, offsetMinutes(view.place.zone, view.nowMs));
  const warnings = warningsOf(view, dayMs);
  if (mode === 'always' && warnings.length === 0) {
    warnings.push({ hazard: HAZARDS[0], startMs: dayMs, endMs: dayMs + DAY_HOURS * HOUR_MS });
  }
  return warnings.map((warning) => alertBody(warning, view));
}

function warningsOf({ place, nowMs }: View, dayMs: number): Warning[] {
  const hours = hoursFrom(place, dayMs, DAY_HOURS);
  return HAZARDS.flatMap((hazard) => {
    const dangerous = hours.filter((hour) => hazard.isDangerous(hour));
    const [first, last] = [dangerous[0], dangerous[dangerous.length - 1]];
    if (!first || !last) return [];
    const endMs = last.startMs + HOUR_MS;
    return endMs > nowMs ? [{ hazard, startMs: first.startMs, endMs }] : [];
  });
}

function alertBody(warning: Warning, view: View) {
  const { hazard, startMs } = warning;
  const { countryId, key } = view.place;
  return {
    CountryCode: countryId,
    AlertID: wholeOf(`${key} ${hazard.typeId} ${startMs}`, 1_000_000_000),
    Description: {
      Localized: inLanguage(hazard.description, view.language),
      English: hazard.description.english,
    },
    Category: hazard.category,
    Priority: hazard.priority,
    Type: hazard.description.english,
    TypeId: hazard.typeId,
    // Depends on the country; null in many.
    Class: null,
    Level: countryId === 'US' ? 'Warning' : null,
    AlarmLevel: hazard.color.Name,
    ...(view.details && { Color: hazard.color }),
    Source: 'Simulated Weather Service',
    SourceId: wholeOf(countryId, 200) + 1,
    Disclaimer: null,
    Area: [areaBody(warning, view)],
    HaveReadyStatements: view.details,
    ...links(view, 'weather-alerts'),
  };
}

function areaBody({ hazard, startMs, endMs }: Warning, { place, details, language }: View) {
  const area = areaOf(place);
  return {
    Name: area,
    StartTime: isoIn(place.zone, startMs),
    EpochStartTime: startMs / 1000,
    EndTime: isoIn(place.zone, endMs),
    EpochEndTime: endMs / 1000,
    LastAction: { Localized: inLanguage(NEW, language), English: NEW.english },
    ...(details && {
      Text: `${hazard.description.english} for ${area}.`,
      LanguageCode: 'en',
    }),
  };
}

/** A village by its own name: its district is that of the nearest city, which may be hundreds of kilometres away. */
function areaOf({ name, parentCity }: Place): string {
  return parentCity?.name ?? name;
}
