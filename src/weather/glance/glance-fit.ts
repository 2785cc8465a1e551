import { fitName } from './fit-name.js';
import { GlanceHours } from './glance-hours.js';

const NAME_KEY_BYTES = ',"pl":""'.length;
const NUMBERS = ['q', 'mo'] as const;

/** What a glance has where it fits: the air quality, the phase of the moon and the name of the place. */
export interface IfItFits {
  readonly q: number | null;
  readonly mo: number | null;
  readonly name: string | null;
}

/** An absent key is unknown, or did not fit. */
interface Fitting {
  readonly q?: number;
  readonly mo?: number;
  readonly pl?: string;
}

const NOTHING: IfItFits = { q: null, mo: null, name: null };

/**
 * The content in the bytes that it may have: the name of the place gives way first, then the moon, then the air
 * quality; then, when values have their greatest length and half of them are null, the last hours do.
 * @param maxBytes of the content, which is in one object with the age: a comma takes the place of two braces
 */
export function fitted<T extends { readonly h?: GlanceHours }>(
  content: T,
  ifItFits: IfItFits,
  maxBytes: number,
): T & Fitting {
  const { h } = content;
  if (roomIn(content, maxBytes) < 0 && h && h.c.length > 1) {
    return fitted({ ...content, h: GlanceHours.shortened(h) }, NOTHING, maxBytes);
  }
  const numbered = NUMBERS.reduce<T & Fitting>((body, key) => {
    if (ifItFits[key] === null) return body;
    const longer = { ...body, [key]: ifItFits[key] };
    return roomIn(longer, maxBytes) < 0 ? body : longer;
  }, content);
  const pl = fitName(ifItFits.name, roomIn(numbered, maxBytes) - NAME_KEY_BYTES);
  return pl === undefined ? numbered : { ...numbered, pl };
}

function roomIn(content: object, maxBytes: number): number {
  return maxBytes - Buffer.byteLength(JSON.stringify(content)) + 1;
}
