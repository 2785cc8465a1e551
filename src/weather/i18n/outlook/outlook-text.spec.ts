import { describe, expect, it } from '@jest/globals';
import {
  PRECIPITATION_TYPES,
  type PrecipitationType,
} from '../../datasets/minutely/minutely-forecast.js';
import type { PrecipitationOutlook } from '../../datasets/minutely/precipitation-outlook.js';
import { LANGUAGES, type Language } from '../language.js';
import { outlookText } from './outlook-text.js';

const NOW_MS = Date.UTC(2026, 0, 1, 12);
const inMinutes = (minutes: number): number => NOW_MS + minutes * 60_000;

const dry = (status: 'none' | 'unknown'): PrecipitationOutlook => ({
  status,
  type: null,
  startsAtMs: null,
  stopsAtMs: null,
});
const expected = (
  start: number,
  stop: number | null = null,
  type: PrecipitationType = 'rain',
): PrecipitationOutlook => ({
  status: 'expected',
  type,
  startsAtMs: inMinutes(start),
  stopsAtMs: stop === null ? null : inMinutes(stop),
});
const falling = (
  stop: number | null,
  fillsTheHour = false,
  type: PrecipitationType = 'rain',
): PrecipitationOutlook => ({
  status: 'falling',
  type,
  startsAtMs: null,
  stopsAtMs: stop === null ? null : inMinutes(stop),
  fillsTheHour,
});

const text = (outlook: PrecipitationOutlook, language: Language): string | null =>
  outlookText(outlook, NOW_MS, language);

/** By language: starts in 12, starts in 5 and lasts 20, stops in 1, fills the hour, falls, none. */
const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Rain starts in 12 minutes',
    'Rain starts in 5 minutes and stops after 20 minutes',
    'Rain stops in 1 minute',
    'Rain for the next hour',
    'Rain now',
    'No precipitation in the next hour',
  ],
  fr: [
    'Pluie dans 12 minutes',
    'Pluie dans 5 minutes, pendant 20 minutes',
    'Pluie encore pendant 1 minute',
    "Pluie pendant toute l'heure à venir",
    'Pluie en ce moment',
    "Pas de précipitations dans l'heure à venir",
  ],
  de: [
    'Regen beginnt in 12 Minuten',
    'Regen beginnt in 5 Minuten und endet nach 20 Minuten',
    'Regen endet in 1 Minute',
    'Regen während der nächsten Stunde',
    'Zurzeit Regen',
    'Kein Niederschlag in der nächsten Stunde',
  ],
  es: [
    'Lluvia dentro de 12 minutos',
    'Lluvia dentro de 5 minutos, durante 20 minutos',
    'Lluvia durante 1 minuto más',
    'Lluvia durante la próxima hora',
    'Lluvia en este momento',
    'Sin precipitaciones en la próxima hora',
  ],
  it: [
    'Pioggia tra 12 minuti',
    'Pioggia tra 5 minuti, per 20 minuti',
    'Pioggia ancora per 1 minuto',
    'Pioggia per tutta la prossima ora',
    'Pioggia in questo momento',
    'Nessuna precipitazione nella prossima ora',
  ],
  pt: [
    'Chuva em 12 minutos',
    'Chuva em 5 minutos, durante 20 minutos',
    'Chuva por mais 1 minuto',
    'Chuva durante a próxima hora',
    'Chuva neste momento',
    'Sem precipitação na próxima hora',
  ],
  nl: [
    'Regen begint over 12 minuten',
    'Regen begint over 5 minuten en stopt na 20 minuten',
    'Regen stopt over 1 minuut',
    'Regen gedurende het komende uur',
    'Regen op dit moment',
    'Geen neerslag in het komende uur',
  ],
  ja: [
    '12分後に雨',
    '5分後に雨、20分間続きます',
    '雨は1分後にやみます',
    '今後1時間は雨',
    '現在は雨',
    '今後1時間、降水はありません',
  ],
  zh: [
    '12分钟后有雨',
    '5分钟后有雨，持续20分钟',
    '雨将在1分钟后停止',
    '未来一小时有雨',
    '目前有雨',
    '未来一小时无降水',
  ],
};

describe('outlookText', () => {
  it.each(LANGUAGES)('states each outlook in %s', (language) => {
    expect([
      text(expected(12), language),
      text(expected(5, 25), language),
      text(falling(1), language),
      text(falling(null, true), language),
      text(falling(null), language),
      text(dry('none'), language),
    ]).toEqual(SENTENCES[language]);
  });

  it.each(LANGUAGES)('has no sentence in %s when nothing is known', (language) => {
    expect(text(dry('unknown'), language)).toBeNull();
  });

  it.each(LANGUAGES)('names every type in %s, and leaves no placeholder', (language) => {
    const sentences = PRECIPITATION_TYPES.flatMap((type) => [
      text(expected(5, 25, type), language),
      text(falling(7, false, type), language),
      text(falling(null, true, type), language),
      text(falling(null, false, type), language),
    ]);
    expect(new Set(sentences).size).toBe(4 * PRECIPITATION_TYPES.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}#]/);
  });

  it('uses the singular for one minute of start, end and duration', () => {
    expect(text(expected(1, 2), 'en')).toBe('Rain starts in 1 minute and stops after 1 minute');
    expect(text(expected(1, 2), 'fr')).toBe('Pluie dans 1 minute, pendant 1 minute');
  });
});
