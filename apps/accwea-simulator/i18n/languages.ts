/** Base languages of the vendor's texts. */
const LANGUAGES = new Set(
  (
    'ar az bg bn bs ca cs da de el en es et fa fi fil fr gu he hi hr hu id is it iw ja kk kn ko lt lv ' +
    'mk mr ms my nb nl no pa pl pt ro ru sk sl sr sv sw ta te tg th tk tl tr uk ur uz vi zh'
  ).split(' '),
);
const LANGUAGE_FORM = /^([a-z]{2,3})(?:-(?:[a-z]{2}|419|hans|hant))?$/;

const DEFAULT_LANGUAGE = 'en-us';

/**
 * The language of a request in lower case, or undefined when it is not supported: then the call fails
 * (facts, section 1).
 */
export function supportedLanguage(asked: string | null): string | undefined {
  const language = (asked || DEFAULT_LANGUAGE).toLowerCase();
  const base = LANGUAGE_FORM.exec(language)?.[1];
  return base && LANGUAGES.has(base) ? language : undefined;
}

export function isFrench(language: string): boolean {
  return /^fr\b/.test(language);
}
