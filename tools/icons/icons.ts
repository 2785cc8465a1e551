import { CONDITIONS } from '../../packages/watch-client/conditions/conditions.js';
import { iconFile } from '../../packages/watch-client/conditions/icon-file.js';
import { DRAWINGS } from './drawings.js';

/** Each icon as SVG, by file name. */
export function iconFiles(): Record<string, string> {
  const files = CONDITIONS.flatMap((condition) => {
    const { day, night } = DRAWINGS[condition];
    return [
      [iconFile(condition, true), svg(day)],
      [iconFile(condition, false), svg(night ?? day)],
    ];
  });
  return Object.fromEntries(files) as Record<string, string>;
}

/** `index.json`: the file of each condition by day and by night. */
export function iconIndex(): Record<string, { readonly day: string; readonly night: string }> {
  return Object.fromEntries(
    CONDITIONS.map((name) => [name, { day: iconFile(name, true), night: iconFile(name, false) }]),
  );
}

function svg(drawing: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${drawing}</svg>\n`;
}
