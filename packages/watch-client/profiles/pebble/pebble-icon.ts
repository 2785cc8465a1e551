import { knownCondition, type Condition } from '../../conditions/condition.js';

/** The weather icons of the timeline (https://developer.repebble.com/guides/pebble-timeline/pin-structure). */
export type PebbleIcon =
  | 'TIMELINE_WEATHER'
  | 'TIMELINE_SUN'
  | 'PARTLY_CLOUDY'
  | 'CLOUDY_DAY'
  | 'LIGHT_RAIN'
  | 'HEAVY_RAIN'
  | 'LIGHT_SNOW'
  | 'HEAVY_SNOW'
  | 'RAINING_AND_SNOWING';

/** `TIMELINE_WEATHER` is the generic icon: where none shows the condition. */
export const PEBBLE_ICONS: Readonly<Record<Condition, PebbleIcon>> = {
  unknown: 'TIMELINE_WEATHER',
  clear: 'TIMELINE_SUN',
  'mostly-clear': 'TIMELINE_SUN',
  'partly-cloudy': 'PARTLY_CLOUDY',
  'mostly-cloudy': 'PARTLY_CLOUDY',
  cloudy: 'CLOUDY_DAY',
  overcast: 'CLOUDY_DAY',
  haze: 'CLOUDY_DAY',
  fog: 'CLOUDY_DAY',
  drizzle: 'LIGHT_RAIN',
  rain: 'HEAVY_RAIN',
  showers: 'LIGHT_RAIN',
  thunderstorm: 'HEAVY_RAIN',
  hail: 'RAINING_AND_SNOWING',
  flurries: 'LIGHT_SNOW',
  snow: 'HEAVY_SNOW',
  sleet: 'RAINING_AND_SNOWING',
  'freezing-rain': 'RAINING_AND_SNOWING',
  ice: 'TIMELINE_WEATHER',
  'rain-and-snow': 'RAINING_AND_SNOWING',
  hot: 'TIMELINE_WEATHER',
  cold: 'TIMELINE_WEATHER',
  windy: 'TIMELINE_WEATHER',
};

/** The URI of a pin's `tinyIcon` or `largeIcon`. */
export function pebbleIconUri(condition: string | null): `system://images/${PebbleIcon}` {
  return `system://images/${PEBBLE_ICONS[knownCondition(condition)]}`;
}
