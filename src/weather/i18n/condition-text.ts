import type { ConditionCode } from '../condition-code.js';
import { TEXTS, type Language } from './language.js';

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
