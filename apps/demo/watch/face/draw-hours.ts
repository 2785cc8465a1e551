import { hourText } from './face-text.js';
import { arcPath, escapeXml } from './svg.js';
import type { FaceHour } from './watch-face.js';

const RADIUS = 88;
/** A dial shows twelve hours. */
const DEGREES_PER_MINUTE = 360 / 720;
const HOUR_DEGREES = 60 * DEGREES_PER_MINUTE;
const GAP_DEGREES = 2;
const THINNEST = 2;
const THICKEST = 14;

/** The coming hours as a ring: each at its place on the dial, as thick as rain is probable. */
export function drawHours(hours: readonly FaceHour[], unit: string): string {
  return hours.map((hour) => drawHour(hour, unit)).join('');
}

function drawHour(hour: FaceHour, unit: string): string {
  const angle = hour.startMinute * DEGREES_PER_MINUTE;
  const width = THINNEST + ((THICKEST - THINNEST) * (hour.rainChance ?? 0)) / 100;
  const path = arcPath(angle + GAP_DEGREES / 2, angle + HOUR_DEGREES - GAP_DEGREES / 2, RADIUS);
  const title = `<title>${escapeXml(hourText(hour, unit))}</title>`;
  return `<path class="hour ${skyOf(hour)}" d="${path}" stroke-width="${width.toFixed(1)}">${title}</path>`;
}

function skyOf({ isDay }: FaceHour): string {
  return isDay === null ? 'unknown' : isDay ? 'day' : 'night';
}
