import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from './language.js';

const DEFAULT_LANGUAGE: Language = 'en';
/** The language without script and region: there is one text per language. */
const PRIMARY_SUBTAG = /^([a-z]{2})(?:[-_]|$)/i;
/** Negotiation is linear in the items; a longer list is not a real preference. */
const MAX_ITEMS = 20;
const BY_CODE: ReadonlyMap<string, Language> = new Map(LANGUAGES.map((code) => [code, code]));

/**
 * The language of a response: the first supported one of `lang` (BCP 47: `fr-CA` is `fr`, `zh-Hant-TW`
 * is `zh`), `Accept-Language` by its weights (RFC 9110, section 12.5.4), and English. Never fails.
 * @param lang as sent; a repeated parameter is ignored
 */
export function languageFor(lang: unknown, acceptLanguage: string | undefined): Language {
  return (typeof lang === 'string' && ofTag(lang)) || ofHeader(acceptLanguage) || DEFAULT_LANGUAGE;
}

function ofTag(tag: string): Language | undefined {
  const subtag = PRIMARY_SUBTAG.exec(tag)?.[1];
  return subtag === undefined ? undefined : BY_CODE.get(subtag.toLowerCase());
}

function ofHeader(acceptLanguage: string | undefined): Language | undefined {
  if (!acceptLanguage) return undefined;
  // Fast path: a watch sends one tag, which needs no negotiation.
  if (!/[,;]/.test(acceptLanguage)) return ofTag(acceptLanguage.trim());
  const items = acceptLanguage.split(',', MAX_ITEMS).join(',');
  const negotiator = new Negotiator({ headers: { 'accept-language': items } });
  return negotiator.language(LANGUAGES) as Language | undefined;
}
