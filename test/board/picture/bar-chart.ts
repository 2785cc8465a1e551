import { formatValue } from '../../../apps/board/format-value.js';
import { colourOf, fixed, text, type Frame } from './svg.js';

export interface BarChart {
  readonly title: string;
  readonly bars: readonly (readonly [name: string, value: number])[];
}

const MOST = 9;
const LEFT = 120;
const RIGHT = 50;
const TOP = 24;

/** The largest first. */
export function drawBarChart({ title, bars }: BarChart, frame: Frame): string {
  const shown = bars.toSorted(([, a], [, b]) => b - a).slice(0, MOST);
  const largest = Math.max(...shown.map(([, value]) => value), 1);
  const step = (frame.height - TOP - 12) / MOST;
  const rows = shown.map(([name, value], row) => {
    const y = frame.y + TOP + row * step;
    const width = ((frame.width - LEFT - RIGHT) * value) / largest;
    return [
      text(frame.x + LEFT - 8, y + step / 2 + 2, name, { anchor: 'end' }),
      `<rect x="${frame.x + LEFT}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(step - 4)}" rx="2" fill="${colourOf('', 0)}"/>`,
      text(frame.x + LEFT + width + 6, y + step / 2 + 2, formatValue(value, 'short'), {
        kind: 'note',
      }),
    ].join('');
  });
  return [text(frame.x, frame.y + 12, title, { kind: 'title' }), ...rows].join('\n');
}
