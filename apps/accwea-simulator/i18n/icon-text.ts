import { ICON_TEXTS } from './icon-table.js';
import { inLanguage } from './text.js';

/** The vendor's text for an icon; `''` for an unassigned number. */
export function iconText(icon: number, language: string): string {
  const wording = ICON_TEXTS[icon];
  return wording ? inLanguage(wording, language) : '';
}
