import { isFrench } from './languages.js';

/** One wording in the languages that the simulator speaks; every other language reads English. */
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

/** Wordings of a number, each up to and without its limit; the last one is for all above. */
export type Scale = readonly (readonly [number, Text])[];

export function textOf(scale: Scale, value: number): Text {
  const [, wording] = scale.find(([limit]) => value < limit) ?? scale[scale.length - 1] ?? [];
  return wording ?? text('', '');
}
