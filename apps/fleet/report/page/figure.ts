import type { Spec } from 'vega';
import { draw } from '../charts/draw.js';

const BROAD_PX = 760;
const NARROW_PX = 350;

/** A chart twice: for a wide page and for a phone, of which the page shows one. */
export async function figure(label: string, chart: (width: number) => Spec): Promise<string> {
  const [broad, narrow] = await Promise.all([
    draw(chart(BROAD_PX), label),
    draw(chart(NARROW_PX), label),
  ]);
  return `<figure><div class="broad">${broad}</div><div class="narrow">${narrow}</div></figure>`;
}
