import type { Body } from '../../request/weather-request.js';
import { rounded } from '../convert.js';
import { pebbleIconUri, type PebbleIcon } from './pebble-icon.js';

/** Keys of the watch face in Pebble's tutorial; its `messageKeys` must name them. */
export interface PebbleMessage {
  /** Whole degrees in the units of the body; 0 is a temperature, so an unknown one is left out. */
  readonly TEMPERATURE?: number;
  readonly CONDITIONS: string;
}

/** A pin of the timeline, for `Pebble.insertTimelinePin`. */
export interface PebblePin {
  readonly id: string;
  readonly time: string;
  readonly layout: {
    readonly type: 'weatherPin';
    readonly title: string;
    readonly subtitle: string;
    readonly body: string;
    readonly locationName: string;
    readonly tinyIcon: `system://images/${PebbleIcon}`;
    readonly largeIcon: `system://images/${PebbleIcon}`;
    readonly lastUpdated: string;
  };
}

type Daily = Body<'dailyForecast'>;

/** The watch requires a title and a location name. */
const NOT_KNOWN = '–';

/** For `Pebble.sendAppMessage` (https://developer.repebble.com/tutorials/watchface-tutorial/part3). */
export function pebbleMessage({ temperature, text }: Body<'conditions'>): PebbleMessage {
  const degrees = rounded(temperature);
  return { ...(degrees === null ? {} : { TEMPERATURE: degrees }), CONDITIONS: text ?? NOT_KNOWN };
}

/**
 * A pin per day, at its sunrise, or at noon UTC where the sun does not rise. A day has
 * always the same `id`, so a newer forecast replaces its pin (https://developer.repebble.com/guides/pebble-timeline/pin-structure).
 */
export function pebblePins(daily: Daily): PebblePin[] {
  return daily.days.map((day) => ({
    id: `meteofrenchapi-${day.date}`,
    time: new Date(day.sunrise ?? `${day.date}T12:00:00Z`).toISOString(),
    layout: {
      type: 'weatherPin',
      title: day.text ?? NOT_KNOWN,
      subtitle: `${degrees(day.temperatureMax)}/${degrees(day.temperatureMin)}`,
      body: daily.attribution.name,
      locationName: daily.place.name ?? NOT_KNOWN,
      tinyIcon: pebbleIconUri(day.condition),
      largeIcon: pebbleIconUri(day.condition),
      lastUpdated: daily.issuedAt,
    },
  }));
}

function degrees(value: number | null): string {
  return value === null ? NOT_KNOWN : `${Math.round(value)}°`;
}
