import type { ConditionCode } from '../condition-code.js';
import type { ConditionTexts } from './condition-texts.js';
import type { Language } from './language.js';
import { DE } from './languages/de.js';
import { EN } from './languages/en.js';
import { ES } from './languages/es.js';
import { FR } from './languages/fr.js';
import { IT } from './languages/it.js';
import { JA } from './languages/ja.js';
import { NL } from './languages/nl.js';
import { PT } from './languages/pt.js';
import { ZH } from './languages/zh.js';

const TEXTS: Readonly<Record<Language, ConditionTexts>> = {
  en: EN,
  fr: FR,
  de: DE,
  es: ES,
  it: IT,
  pt: PT,
  nl: NL,
  ja: JA,
  zh: ZH,
};

/**
 * A condition in the watch's language.
 * @param isDay null (unknown) counts as night: "clear" is right at any hour, "sunny" is not
 */
export function conditionText(
  condition: ConditionCode | null,
  isDay: boolean | null,
  language: Language,
): string | null {
  if (condition === null) return null;
  const text = TEXTS[language][condition];
  if (typeof text === 'string') return text;
  return isDay ? text[0] : text[1];
}
