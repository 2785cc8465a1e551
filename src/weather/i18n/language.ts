import type { ConditionTexts } from './condition-texts.js';
import { DE } from './languages/de.js';
import { EN } from './languages/en.js';
import { ES } from './languages/es.js';
import { FR } from './languages/fr.js';
import { IT } from './languages/it.js';
import { JA } from './languages/ja.js';
import { NL } from './languages/nl.js';
import { PT } from './languages/pt.js';
import { ZH } from './languages/zh.js';

/** The texts of each supported language, by its primary subtag (BCP 47). The only list of languages. */
export const TEXTS = {
  en: EN,
  fr: FR,
  de: DE,
  es: ES,
  it: IT,
  pt: PT,
  nl: NL,
  ja: JA,
  zh: ZH,
} as const satisfies Readonly<Record<string, ConditionTexts>>;

export type Language = keyof typeof TEXTS;

/** In the order of preference where a watch accepts any. */
export const LANGUAGES = Object.keys(TEXTS) as readonly Language[];
