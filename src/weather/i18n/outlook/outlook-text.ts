import {
  minutesUntil,
  type PrecipitationOutlook,
} from '../../datasets/minutely/precipitation-outlook.js';
import type { Language } from '../language.js';
import { DE } from './languages/de.js';
import { EN } from './languages/en.js';
import { ES } from './languages/es.js';
import { FR } from './languages/fr.js';
import { IT } from './languages/it.js';
import { JA } from './languages/ja.js';
import { NL } from './languages/nl.js';
import type { OutlookTexts } from './outlook-texts.js';
import { PT } from './languages/pt.js';
import { ZH } from './languages/zh.js';

const TEXTS: Readonly<Record<Language, OutlookTexts>> = {
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

/** Creating one takes longer than a sentence. */
const PLURALS = new Map<Language, Intl.PluralRules>();

/** The sentence of an outlook, from its numbers; null when it is unknown. */
export function outlookText(
  outlook: PrecipitationOutlook,
  nowMs: number,
  language: Language,
): string | null {
  const texts = TEXTS[language];
  const minutesTo = (atMs: number): string => minutesText(minutesUntil(atMs, nowMs), language);
  switch (outlook.status) {
    case 'unknown':
      return null;
    case 'none':
      return texts.none;
    case 'falling': {
      const { type, stopsAtMs, fillsTheHour } = outlook;
      const words = { type: texts.types[type] };
      if (stopsAtMs !== null) return filled(texts.stops, { ...words, stop: minutesTo(stopsAtMs) });
      return filled(fillsTheHour ? texts.fillsTheHour : texts.falls, words);
    }
    case 'expected': {
      const { type, startsAtMs, stopsAtMs } = outlook;
      const words = { type: texts.types[type], start: minutesTo(startsAtMs) };
      if (stopsAtMs === null) return filled(texts.starts, words);
      const minutes = minutesUntil(stopsAtMs, nowMs) - minutesUntil(startsAtMs, nowMs);
      return filled(texts.startsAndStops, { ...words, duration: minutesText(minutes, language) });
    }
  }
}

function minutesText(minutes: number, language: Language): string {
  const rules = PLURALS.get(language) ?? new Intl.PluralRules(language);
  PLURALS.set(language, rules);
  const { minutes: forms } = TEXTS[language];
  return (forms[rules.select(minutes)] ?? forms.other).replace('#', String(minutes));
}

function filled(sentence: string, words: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => words[name] ?? placeholder);
}
