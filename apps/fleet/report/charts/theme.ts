import type { Config } from 'vega';

/** Colours of Okabe and Ito, which colour-blind readers tell apart; the page and the pictures define the variables. */
export const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const GRID = 'var(--grid)';
export const LAND = 'var(--land)';
export const PAPER = 'var(--paper)';
export const BLUE = 'var(--blue)';
export const ORANGE = 'var(--orange)';
export const SERIES = [
  BLUE,
  ORANGE,
  'var(--green)',
  'var(--purple)',
  'var(--sky)',
  'var(--amber)',
] as const;
/** Of lines, so that they differ in black and white too. */
export const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 4],
  [1, 2],
];

export const FONT_PX = 12.5;
const FONT = 'system-ui, sans-serif';

/** Of all charts. */
export const CONFIG: Config = {
  background: 'transparent',
  axis: {
    labelFont: FONT,
    titleFont: FONT,
    labelFontSize: FONT_PX,
    titleFontSize: FONT_PX,
    titleFontWeight: 'normal',
    labelColor: INK,
    titleColor: SOFT,
    gridColor: GRID,
    domainColor: SOFT,
    tickColor: SOFT,
  },
  text: { font: FONT, fontSize: FONT_PX, fill: INK },
};

const LIGHT =
  '--ink:#1a1a1a;--soft:#595959;--grid:#e2e2e2;--land:#dcdcd6;--paper:#fff;--card:#f5f5f2;--blue:#0072b2;--orange:#c24f00;--green:#007a59;--purple:#a5477f;--sky:#2a7fb8;--amber:#8a6500';
const DARK =
  '--ink:#f0f0ee;--soft:#b4b4b0;--grid:#3a3a3a;--land:#3d423d;--paper:#161616;--card:#222;--blue:#56b4e9;--orange:#ff9a4d;--green:#2ec79b;--purple:#e59cc6;--sky:#9fd3f5;--amber:#f0c24b';

/** The colours as variables of a selector; on paper always the light ones. */
export function coloursOf(selector: string): string {
  return `${selector}{${LIGHT}}@media screen and (prefers-color-scheme:dark){${selector}{${DARK}}}`;
}
