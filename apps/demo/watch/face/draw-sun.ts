import type { FaceSun } from './watch-face.js';

/** High and narrow enough for both times to stay within the ring of hours. */
const LEFT = 86;
const RIGHT = 114;
const Y = 162;
/** Wider than the sun's radius. */
const GAP = 5;
const WORDS = {
  'up-all-day': 'sun all day',
  'down-all-day': 'no sun today',
  unknown: '',
} as const;

/** Sunrise and sunset, and where the sun is between them. */
export function drawSun(sun: FaceSun): string {
  if (sun.kind !== 'rises-and-sets') return text(100, WORDS[sun.kind], 'middle');
  const { rise, set, progress } = sun;
  const disc =
    progress === null
      ? ''
      : `<circle class="sun" cx="${LEFT + (RIGHT - LEFT) * progress}" cy="${arcY(progress)}" r="3.5"/>`;
  return [
    text(LEFT - GAP, rise ?? '–', 'end'),
    `<path class="sun-path" d="M${LEFT} ${Y}Q100 ${Y - 14} ${RIGHT} ${Y}"/>`,
    disc,
    text(RIGHT + GAP, set ?? '–', 'start'),
  ].join('');
}

/** On the quadratic curve of the path. */
function arcY(progress: number): number {
  return Y - 2 * progress * (1 - progress) * 14;
}

function text(x: number, words: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text class="small" x="${x}" y="${Y + 3}" style="text-anchor:${anchor}">${words}</text>`;
}
