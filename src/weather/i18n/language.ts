/** The languages that a watch can read its weather in; the first stands in for all others. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ja', 'zh'] as const;

/** A primary language subtag of BCP 47. */
export type Language = (typeof LANGUAGES)[number];
