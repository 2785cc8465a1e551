import { drawHours } from './draw-hours.js';
import { drawSun } from './draw-sun.js';
import { degrees, faceText } from './face-text.js';
import { escapeXml } from './svg.js';
import type { WatchFace } from './watch-face.js';

const ALERT_MARKS = {
  'in-force': '<g class="alert"><path d="M138 40l11 19h-22z"/><text x="138" y="56">!</text></g>',
  none: '',
  unknown: '<g class="alert unknown"><text x="138" y="56">?</text></g>',
} as const satisfies Record<WatchFace['alerts'], string>;

/** More characters do not fit between the hours at the usual size. */
const LONG_RAIN = 18;

/**
 * The face as SVG of 200 by 200.
 * @param icons the URL of the folder with the icons of the watch client
 */
export function drawFace(face: WatchFace, icons: string): string {
  const classes = [
    'face',
    face.isDay === false ? 'night' : 'day',
    face.isStale ? 'stale' : 'fresh',
  ];
  return [
    `<svg class="${classes.join(' ')}" viewBox="0 0 200 200" role="img" aria-label="${escapeXml(faceText(face))}">`,
    '<circle class="case" cx="100" cy="100" r="98"/>',
    drawHours(face.hours, face.unit),
    `<image href="${escapeXml(`${icons}/${face.icon}`)}" x="78" y="30" width="44" height="44"/>`,
    ALERT_MARKS[face.alerts],
    `<text class="time" x="100" y="106">${face.time ?? '--:--'}</text>`,
    `<text class="temperature" x="100" y="127">${degrees(face.temperature, face.unit)}</text>`,
    drawRain(face.rain ?? ''),
    drawSun(face.sun),
    '</svg>',
  ].join('');
}

function drawRain(text: string): string {
  const size = text.length > LONG_RAIN ? 'rain small' : 'rain';
  return `<text class="${size}" x="100" y="143">${text}</text>`;
}
