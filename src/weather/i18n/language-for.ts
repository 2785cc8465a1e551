import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from './language.js';

const DEFAULT_LANGUAGE = LANGUAGES[0];
/** The language, and nothing of script and region: we have one text for each. */
const PRIMARY_SUBTAG = /^([a-z]{2})(?:[-_]|$)/i;
/** Negotiating is linear in the items, and nobody reads more languages than this. */
const MAX_ITEMS = 20;
const BY_CODE: ReadonlyMap<string, Language> = new Map(LANGUAGES.map((code) => [code, code]));

/**
 * The language to answer in: the first that we have of `lang` (BCP 47: `fr-CA` is `fr`, `zh-Hant-TW` is
 * `zh`), `Accept-Language` by its weights (RFC 9110, section 12.5.4), and English. Never fails.
 * @param lang whatever was sent: of a parameter that is repeated nothing is read
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
  // A watch sends one tag, and then there is nothing to weigh.
  if (!/[,;]/.test(acceptLanguage)) return ofTag(acceptLanguage.trim());
  const items = acceptLanguage.split(',', MAX_ITEMS).join(',');
  const negotiator = new Negotiator({ headers: { 'accept-language': items } });
  return negotiator.language(LANGUAGES) as Language | undefined;
}
