/** A page of the site. */
export interface Page {
  /** Its file in the repository. */
  readonly file: string;
  /** Its path in the site, without a leading `/`; a README is the index of its folder. */
  readonly path: string;
  readonly title: string;
}

const IS_PAGE = /^(?!\.)[^.]*\.md$/;

/** Every Markdown file of the repository except those for GitHub's own forms. */
export function pagesOf(files: readonly string[], read: (file: string) => string): readonly Page[] {
  return files
    .filter((file) => IS_PAGE.test(file))
    .map((file) => ({
      file,
      path: file.replace(/README\.md$/, 'index.md'),
      title: titleOf(read(file)) ?? file,
    }));
}

function titleOf(markdown: string): string | undefined {
  return /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '');
}
