import { parse, View, type Spec } from 'vega';
import { coloursOf } from './theme.js';

/** Draws a chart without a browser. Colours are variables of the page. */
export async function draw(spec: Spec, label: string): Promise<string> {
  const svg = await new View(parse(spec), { renderer: 'none' }).toSVG();
  return svg
    .replace(
      /<svg [^>]*?(width="[^"]+" height="[^"]+" viewBox="[^"]+")>/,
      `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" $1>`,
    )
    .replaceAll(
      / (?:role|aria-roledescription|aria-hidden|aria-label)="[^"]*"(?=[^<>]*class=)/g,
      '',
    )
    .replaceAll(/ role="graphics-[a-z]+" aria-roledescription="[^"]*"/g, '')
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/(\d\.\d{2})\d+/g, '$1');
}

/** A chart as a file of its own, which brings its colours. */
export async function drawFile(spec: Spec, label: string): Promise<string> {
  const svg = await draw(spec, label);
  const rest = svg.slice(svg.indexOf('>') + 1);
  const style = `<style>${coloursOf('svg')}svg{background:var(--paper)}</style>`;
  return `${svg.slice(0, svg.indexOf('>') + 1)}<title>${label}</title>${style}${rest}\n`;
}
