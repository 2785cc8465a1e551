import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { unicodeText } from '@app/json/testing/unicode-text.js';
import { LANGUAGES } from './language.js';
import { languageFor } from './language-for.js';

describe('languageFor', () => {
  it.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fr-CA', 'fr'],
    ['fr_CA', 'fr'],
    ['zh-Hant-TW', 'zh'],
    ['zh-cmn-Hans', 'zh'],
    ['pt-BR', 'pt'],
    ['Ja-jp', 'ja'],
    ['de-CH-1996', 'de'],
    ['en-x-private', 'en'],
  ])('uses the language named by lang: %s is %s', (lang, language) => {
    expect(languageFor(lang, 'it')).toBe(language);
  });

  it.each([
    ['la'],
    [''],
    ['french'],
    ['f'],
    ['fra'],
    ['fr;q=1'],
    ['*'],
    ['__proto__'],
    ['fr\u0000'],
    [['fr', 'de']],
    [{}],
    [null],
    [undefined],
    [7],
  ])('falls back to Accept-Language when lang is %j', (lang) => {
    expect(languageFor(lang, 'it-CH, en;q=0.5')).toBe('it');
    expect(languageFor(lang, undefined)).toBe('en');
  });

  it.each([
    ['de', 'de'],
    [' nl-BE ', 'nl'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'fr'],
    ['en;q=0.2, es;q=0.9', 'es'],
    ['la, eo;q=0.9, ja;q=0.1', 'ja'],
    ['en;q=0, de;q=0.3', 'de'],
    ['fr;q=0, *', 'en'],
    ['*', 'en'],
    ['*;q=0.5, pt-PT', 'pt'],
    ['en;q=0, *;q=0.1', 'fr'],
    ['zh-Hant-TW,zh;q=0.9', 'zh'],
    ['LA;q=1, FR;q=0.5', 'fr'],
  ])('follows the weights of Accept-Language: %s is %s', (header, language) => {
    expect(languageFor(undefined, header)).toBe(language);
  });

  it.each(['la', 'la, eo', 'fr;q=0', ',', ';', 'q=1', ';q=1,,', 'fr;q=much', '\u0000,;'])(
    'falls back to English when Accept-Language names no supported language: "%s"',
    (header) => {
      expect(languageFor(undefined, header)).toBe('en');
    },
  );

  it('always returns a supported language, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), unicodeText(), (lang, header) => {
        expect(LANGUAGES).toContain(languageFor(lang, header));
      }),
    );
  });

  it('ignores Accept-Language items after the twentieth', () => {
    const unsupported = Array.from({ length: 4_000 }, () => 'la;q=0.5').join(',');
    expect(languageFor(undefined, `${unsupported},fr`)).toBe('en');
  });
});
