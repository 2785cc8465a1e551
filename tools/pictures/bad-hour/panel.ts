import { text, type Tone } from '../svg.js';
import type { Minute } from './hour-record.js';

/** One chart over the minutes of the hour. */
export interface Panel {
  readonly top: number;
  readonly height: number;
  /** The value at its top. */
  readonly most: number;
  readonly title: string;
}

const LEFT = 108;
const RIGHT = 1012;
const TICK_MINUTES = 10;

/** Where a minute begins. */
export function minuteX(minute: number, minutes: number): number {
  return LEFT + ((RIGHT - LEFT) * minute) / minutes;
}

/** A bar per minute. @param rangeOf the lower and the upper end of the bar, in the unit of the panel */
export function drawPanel(
  { top, height, most }: Panel,
  minutes: readonly Minute[],
  tone: Tone,
  rangeOf: (minute: Minute, at: number) => readonly [low: number, high: number],
): string {
  const y = (value: number): number => top + height * (1 - value / most);
  const bars = minutes.flatMap((minute, at) => {
    const [low, high] = rangeOf(minute, at);
    if (high <= low) return [];
    const [x, end] = [minuteX(at, minutes.length) + 1, minuteX(at + 1, minutes.length) - 1];
    return [
      `M${x.toFixed(1)} ${y(low).toFixed(1)}V${y(high).toFixed(1)}H${end.toFixed(1)}V${y(low).toFixed(1)}z`,
    ];
  });
  return `<path d="${bars.join('')}" fill="var(--${tone}-line)"/>`;
}

/** Title, base line and the value at the top. */
export function frame({ top, height, most, title }: Panel): string {
  const bottom = top + height;
  return [
    `<path class="line" d="M${LEFT} ${bottom} H${RIGHT}"/>`,
    text(LEFT - 10, top + 10, grouped(Math.round(most)), 'small grey-ink', 'end'),
    text(LEFT - 10, bottom + 4, '0', 'small grey-ink', 'end'),
    text(LEFT, top - 8, title, 'small heading'),
  ].join('\n');
}

/** The labels of the minutes, below the lowest panel. */
export function timeAxis({ top, height }: Panel, minutes: number): string {
  const y = top + height + 16;
  const ticks = Array.from({ length: Math.floor(minutes / TICK_MINUTES) + 1 }, (_, index) => {
    const minute = index * TICK_MINUTES;
    const label = minute === 0 ? 'minute 0' : `${minute}`;
    return text(minuteX(minute, minutes), y, label, 'small grey-ink', 'middle');
  });
  return ticks.join('\n');
}

/** With thin spaces between thousands. */
export function grouped(value: number): string {
  return value.toLocaleString('en').replaceAll(',', '\u202f');
}
