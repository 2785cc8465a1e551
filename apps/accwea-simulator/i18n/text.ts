import { isFrench } from './languages.js';

/** A text in the languages of the simulator; other languages get English. */
export interface Text {
  readonly english: string;
  readonly french: string;
}

export function text(english: string, french: string): Text {
  return { english, french };
}

export function inLanguage({ english, french }: Text, language: string): string {
  return isFrench(language) ? french : english;
}

/** Texts by number, each below its limit; the last one has no limit. */
export type Scale = readonly (readonly [number, Text])[];

export function textOf(scale: Scale, value: number): Text {
  const [, wording] = scale.find(([limit]) => value < limit) ?? scale[scale.length - 1] ?? [];
  return wording ?? text('', '');
}
