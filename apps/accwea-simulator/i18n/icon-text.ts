import { ICON_TEXTS } from './icon-table.js';
import { inLanguage } from './text.js';

/** The vendor's wording of an icon; `''` for a number that is not assigned. */
export function iconText(icon: number, language: string): string {
  const wording = ICON_TEXTS[icon];
  return wording ? inLanguage(wording, language) : '';
}
