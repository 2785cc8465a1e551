export const WIDTH = 960;
const COLOURS = [
  '#3b7dd8',
  '#e2812c',
  '#3a9e5c',
  '#c44e52',
  '#8566b8',
  '#937860',
  '#d584bd',
  '#7f7f7f',
  '#b5a227',
  '#2aa7b8',
];

/** Of what is good, wrong in the question, old, or bad; all else is told apart by its place. */
const MEANING: Readonly<Record<string, string>> = {
  '200': '#2e9e5b',
  '304': '#9bd3ae',
  '400': '#f2cf63',
  '401': '#e8b33f',
  '403': '#c9c9c9',
  '404': '#d9c7a3',
  '429': '#e2812c',
  '503': '#c62828',
  hit: '#9bd3ae',
  stale: '#f2cf63',
  expired: '#e2812c',
  miss: '#3b7dd8',
  waited: '#8566b8',
  ok: '#2e9e5b',
  quota: '#e2812c',
  failing: '#c62828',
};

export function colourOf(name: string, at: number): string {
  return MEANING[name] ?? COLOURS[at % COLOURS.length] ?? '';
}

/** Where on the picture something is drawn. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly kind?: 'title' | 'note' | 'limit' | 'chapter';
}

export function text(
  x: number,
  y: number,
  content: string,
  { anchor = 'start', kind }: TextOptions = {},
): string {
  const of = kind ? ` class="${kind}"` : '';
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}"${of}>${escaped(content)}</text>`;
}

export function fixed(value: number): string {
  return String(Number(value.toFixed(1)));
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
