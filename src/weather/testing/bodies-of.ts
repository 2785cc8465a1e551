import type { DatasetName, Datasets } from '../datasets/registry.js';
import { AlertsResponse } from '../datasets/alerts/alerts.response.js';
import { ConditionsResponse } from '../datasets/conditions/conditions.response.js';
import { PrecipitationResponse } from '../datasets/conditions/precipitation.response.js';
import { UvIndexResponse } from '../datasets/conditions/uv-index.response.js';
import { DailyForecastResponse } from '../datasets/daily/daily-forecast.response.js';
import { HourlyForecastResponse } from '../datasets/hourly/hourly-forecast.response.js';
import { MinutelyForecastResponse } from '../datasets/minutely/minutely-forecast.response.js';
import type { GlanceParts } from '../glance/glance-parts.js';
import { GlanceResponse } from '../glance/glance.response.js';
import type { View } from '../view.js';
import type { Place } from '../places/place.js';
import { DRIZZLE } from './weather.fixtures.js';
import { IMPERIAL, METRIC, readingOf } from './reading.fixtures.js';

type Bodies<D extends DatasetName> = (record: Datasets[D]) => readonly unknown[];

const VIEWS = [METRIC, IMPERIAL];

/** By dataset, every body that shows its records, except those of the glance. */
const BODIES: { readonly [D in DatasetName]: Bodies<D> } = {
  conditions: (record) => [
    ...VIEWS.map((view) => ConditionsResponse.of(readingOf(record), view).body),
    ...VIEWS.map(({ units }) => PrecipitationResponse.of(record, units)),
    UvIndexResponse.of(record),
  ],
  minutely: (record) =>
    VIEWS.map((view) => MinutelyForecastResponse.of(readingOf(record), view).body),
  hourly: (record) =>
    VIEWS.map((view) => HourlyForecastResponse.of(readingOf(record), view, 24).body),
  daily: (record) =>
    VIEWS.map((view) => DailyForecastResponse.of(readingOf(record), view, 10).body),
  alerts: (record) => VIEWS.map((view) => AlertsResponse.of(readingOf(record), view).body),
};

/** Every body that shows a record. */
export function bodiesOf<D extends DatasetName>(dataset: D, record: Datasets[D]): unknown[] {
  const parts = { conditions: readingOf(DRIZZLE), [dataset]: readingOf(record) };
  return [...BODIES[dataset](record), ...VIEWS.map((view) => glanceOf(parts, view))];
}

/** Bodies at a place. */
export function bodiesAt(place: Place): unknown[] {
  const conditions = readingOf(DRIZZLE, { place });
  return VIEWS.flatMap((view) => [
    ConditionsResponse.of(conditions, view).body,
    glanceOf({ conditions }, view),
  ]);
}

function glanceOf(parts: GlanceParts, view: View): unknown {
  return JSON.parse(GlanceResponse.of(parts, view).json);
}
