import { describe, expect, it } from '@jest/globals';
import { CONDITION_CODES } from '../condition-code.js';
import { conditionText } from './condition-text.js';
import { LANGUAGES, type Language } from './language.js';

const MOST_LETTERS = 22;
/** A clear sky by day and by night. */
const CLEAR_SKY: Readonly<Record<Language, readonly [byDay: string, byNight: string]>> = {
  en: ['Sunny', 'Clear'],
  fr: ['Ensoleillé', 'Ciel dégagé'],
  de: ['Sonnig', 'Klar'],
  es: ['Soleado', 'Despejado'],
  it: ['Soleggiato', 'Sereno'],
  pt: ['Sol', 'Céu limpo'],
  nl: ['Zonnig', 'Helder'],
  ja: ['晴れ', '晴れ'],
  zh: ['晴', '晴'],
};
const everyText = (language: Language): (string | null)[] =>
  CONDITION_CODES.flatMap((code) => [
    conditionText(code, true, language),
    conditionText(code, false, language),
  ]);

describe('conditionText', () => {
  it.each(LANGUAGES)('has a text for every code in %s that fits on a watch', (language) => {
    for (const text of everyText(language)) {
      expect(text).toEqual(expect.stringMatching(/^\S(?:.*\S)?$/));
      expect(Array.from(text as string).length).toBeLessThanOrEqual(MOST_LETTERS);
    }
  });

  it.each(LANGUAGES)(
    'has distinct texts in %s for conditions that a watch must not confuse',
    (language) => {
      const codes = ['clear', 'cloudy', 'fog', 'rain', 'freezing-rain', 'snow', 'hail'] as const;
      expect(new Set(codes.map((code) => conditionText(code, true, language))).size).toBe(
        codes.length,
      );
    },
  );

  it.each(LANGUAGES)('in %s does not mention the sun at night', (language) => {
    const [byDay, byNight] = CLEAR_SKY[language];
    expect(conditionText('clear', true, language)).toBe(byDay);
    expect(conditionText('clear', false, language)).toBe(byNight);
  });

  it('is right at any hour when it is not known whether it is day or night', () => {
    expect(conditionText('clear', null, 'en')).toBe('Clear');
    expect(conditionText('rain', null, 'fr')).toBe('Pluie');
  });

  it('is null for an unknown condition', () => {
    expect(conditionText(null, true, 'en')).toBeNull();
  });
});
