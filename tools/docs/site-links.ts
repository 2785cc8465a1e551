import { posix } from 'node:path';
import { splitAtFences } from '../support/markdown-fences.js';
import type { Page } from './pages.js';

/** Where the site puts the contract, and the reading view of it. */
export const CONTRACT = 'openapi.yaml';
export const REFERENCE = '/reference/index.html';

const LINK = /(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\(([^\s()]+)\)/g;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const IMAGE = /\.(svg|png)$/;

/**
 * Turns the relative links of a document, which GitHub follows in the repository, into links of the site: to a page, to the
 * reference for the contract, otherwise to the repository. Without its address only the text of such a link stays.
 * @param repository address of the files, such as `https://github.com/owner/name/blob/main`
 */
export function siteLinks(
  markdown: string,
  { file }: Pick<Page, 'file'>,
  pages: ReadonlyMap<string, Page>,
  repository: string | undefined,
): string {
  const replace = (_link: string, mark: string, text: string, target: string): string => {
    if (HAS_SCHEME.test(target) || target.startsWith('#'))
      return `${mark}[${inner(text)}](${target})`;
    const [path = '', anchor] = target.split('#');
    const found = posix.join(posix.dirname(file), path).replace(/\/$/, '');
    if (mark === '!' && IMAGE.test(found)) return `![${text}](/${found})`;
    const end = anchor === undefined ? '' : `#${anchor}`;
    const page = pages.get(found) ?? pages.get(posix.join(found, 'README.md'));
    if (page) return `[${inner(text)}](/${page.path}${end})`;
    if (found === CONTRACT) return `[${text}](${REFERENCE}){target="_self"}`;
    return repository === undefined ? text : `[${text}](${repository}/${found}${end})`;
  };
  const inner = (text: string): string => text.replace(LINK, replace);
  return splitAtFences(markdown)
    .map((part) => (part.isCode ? part.text : part.text.replace(LINK, replace)))
    .join('');
}
