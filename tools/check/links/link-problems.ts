import { posix } from 'node:path';
import { readMarkdown, type MarkdownLinks } from './read-markdown.js';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const MARKDOWN = /\.md$/;

/**
 * Relative links of the Markdown files that lead to no file of the repository, or to no anchor of its Markdown files.
 * @param files paths of the repository, with `/`
 * @returns a line for each
 */
export function linkProblems(
  files: readonly string[],
  read: (file: string) => string,
): readonly string[] {
  const documents = new Map(
    files.filter((file) => MARKDOWN.test(file)).map((file) => [file, readMarkdown(read(file))]),
  );
  const paths = new Set(files.flatMap(withFolders));
  return [...documents].flatMap(([file, { targets }]) =>
    targets
      .filter((target) => !HAS_SCHEME.test(target))
      .flatMap((target) => problemOf(file, target, paths, documents)),
  );
}

function problemOf(
  file: string,
  target: string,
  paths: ReadonlySet<string>,
  documents: ReadonlyMap<string, MarkdownLinks>,
): string[] {
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : resolve(file, decodeURIComponent(path));
  if (!paths.has(found)) return [`${file}: ${target} leads to no file`];
  const anchors = documents.get(found)?.anchors;
  if (!anchors || anchor === undefined || anchors.has(decodeURIComponent(anchor))) return [];
  return [`${file}: ${target} leads to no heading`];
}

/** A leading `/` is the root of the repository, as on GitHub. */
function resolve(file: string, path: string): string {
  const from = path.startsWith('/') ? '.' : posix.dirname(file);
  const resolved = posix.normalize(posix.join(from, path.replace(/^\//, '')));
  return resolved.replace(/\/$/, '');
}

function withFolders(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).concat('.');
}
