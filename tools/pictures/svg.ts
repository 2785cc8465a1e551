export interface Size {
  readonly title: string;
  /** For readers who do not see the picture. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Tone = 'plain' | 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey';
export type Anchor = 'start' | 'middle' | 'end';

/** Colours for a light page; in the media query those for a dark one. Fill, line, and ink for text on the page. */
const TONES: Readonly<Record<Tone, readonly [light: string, dark: string]>> = {
  plain: ['#ffffff #d0d7de #1f2328', '#161b22 #3d444d #e6edf3'],
  blue: ['#ddf4ff #54aeff #0550ae', '#0c2d6b #388bfd #79c0ff'],
  green: ['#dafbe1 #4ac26b #116329', '#0f3a22 #2ea043 #7ee787'],
  yellow: ['#fff8c5 #d4a72c #7d4e00', '#3d2e00 #bb8009 #e3b341'],
  orange: ['#ffe9d9 #fb8f44 #953800', '#4a2108 #db6d28 #ffa657'],
  red: ['#ffebe9 #ff8182 #a40e26', '#4c1114 #f85149 #ff9b93'],
  purple: ['#fbefff #c297ff #6639ba', '#2f1a55 #8957e5 #d2a8ff'],
  grey: ['#f6f8fa #d0d7de #59636e', '#0d1117 #3d444d #9198a1'],
};
const PAGE = ['#ffffff', '#0d1117'] as const;

/** An SVG that follows the colour scheme of the reader, with a title and a description for assistive technology. */
export function picture(
  { title, description, width, height }: Size,
  parts: readonly string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif" font-size="13">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
:root { ${variables(0)} }
@media (prefers-color-scheme: dark) { :root { ${variables(1)} } }
.page { fill: var(--page) }
.box { stroke-width: 1.25 }
.arrow { fill: none; stroke: var(--grey-ink); stroke-width: 1.5; marker-end: url(#tip) }
.line { fill: none; stroke: var(--plain-line) }
.dashed { stroke-dasharray: 4 4 }
.title { font-size: 20px; font-weight: 650 }
.heading { font-weight: 650 }
.small { font-size: 11.5px }
.code { font-family: ui-monospace, 'SF Mono', 'Liberation Mono', monospace; font-size: 11.5px }
${Object.keys(TONES).map(toneRules).join('\n')}
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 L8 4 L0 8 z" fill="var(--grey-ink)"/></marker></defs>
<rect class="page" width="${width}" height="${height}" rx="8"/>
${parts.filter((part) => part !== '').join('\n')}
</svg>
`;
}

function variables(scheme: 0 | 1): string {
  const tones = Object.entries(TONES).map(([tone, schemes]) => {
    const [fill, line, ink] = schemes[scheme].split(' ');
    return `--${tone}: ${fill}; --${tone}-line: ${line}; --${tone}-ink: ${ink};`;
  });
  return `--page: ${PAGE[scheme]}; ${tones.join(' ')}`;
}

function toneRules(tone: string): string {
  return `.${tone} { fill: var(--${tone}); stroke: var(--${tone}-line) } .${tone}-ink { fill: var(--${tone}-ink) } .${tone}-stroke { stroke: var(--${tone}-line); fill: none }`;
}

export function box({ x, y, width, height }: Box, tone: Tone = 'plain', radius = 8): string {
  return `<rect class="box ${tone}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

/** @param kind classes: `heading`, `small`, `code`, `red-ink`, … */
export function text(
  x: number,
  y: number,
  content: string,
  kind = '',
  anchor: Anchor = 'start',
): string {
  const ink = kind.includes('-ink') ? kind : `${kind} plain-ink`.trim();
  const end = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${ink}" x="${x}" y="${y}"${end}>${escaped(content)}</text>`;
}

/** A box with a heading and smaller lines below it, centred. */
export function card(
  area: Box,
  tone: Tone,
  heading: string,
  lines: readonly string[] = [],
): string {
  const centre = area.x + area.width / 2;
  const first = area.y + area.height / 2 + 5 - lines.length * 8;
  return [
    box(area, tone),
    text(centre, first, heading, 'heading', 'middle'),
    ...lines.map((line, row) =>
      text(centre, first + 17 + row * 16, line, 'small grey-ink', 'middle'),
    ),
  ].join('\n');
}

/** @param path of an SVG `path`, without its tip */
export function arrow(path: string, kind = ''): string {
  return `<path class="arrow ${kind}" d="${path}"/>`;
}

export function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
