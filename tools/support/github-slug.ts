/** Markdown of a heading that its anchor does not have: links, images, code marks, emphasis. */
const LINK = /!?\[([^\]]*)\]\([^)]*\)/g;
const MARKS = /[`*~]/g;
/** What GitHub removes: everything but letters, digits, marks, `_`, `-` and spaces. */
const REMOVED = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** The anchor that GitHub gives a heading, without the number of a repeated one. */
export function githubSlug(heading: string): string {
  const text = heading.replace(LINK, '$1').replace(MARKS, '').trim();
  return text.toLowerCase().replace(REMOVED, '').replaceAll(' ', '-');
}
