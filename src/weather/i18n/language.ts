/** The supported languages; the first is the default. */
export const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ja', 'zh'] as const;

/** A primary language subtag of BCP 47. */
export type Language = (typeof LANGUAGES)[number];
