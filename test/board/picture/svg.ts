export const WIDTH = 960;
export const COLOURS = [
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

/** Where on the picture something is drawn. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly kind?: 'title' | 'note' | 'limit';
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
