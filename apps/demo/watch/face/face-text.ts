import { clockText } from './local-clock.js';
import type { FaceHour, WatchFace } from './watch-face.js';

const ALERT_TEXTS = {
  'in-force': 'weather alert',
  none: 'no alerts',
  unknown: 'alerts unknown',
} as const satisfies Record<WatchFace['alerts'], string>;

/** What the face shows, for a screen reader. */
export function faceText(face: WatchFace): string {
  return [
    face.place,
    face.time ?? 'local time unknown',
    dayText(face.isDay),
    words(face.condition),
    degrees(face.temperature, face.unit),
    face.rain,
    ALERT_TEXTS[face.alerts],
    face.isStale ? 'out of date' : null,
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ');
}

/** One hour of the dial, as its tooltip. */
export function hourText(hour: FaceHour, unit: string): string {
  return [
    clockText(hour.startMinute),
    dayText(hour.isDay),
    words(hour.condition),
    degrees(hour.temperature, unit),
    hour.rainChance === null ? null : `rain ${hour.rainChance} %`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** `24 °C`, `– °C` when it is not known. */
export function degrees(temperature: number | null, unit: string): string {
  return `${temperature ?? '–'} ${unit}`;
}

function dayText(isDay: boolean | null): string | null {
  return isDay === null ? null : isDay ? 'day' : 'night';
}

function words(condition: string): string {
  return condition.replaceAll('-', ' ');
}
