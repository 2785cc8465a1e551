import { describe, expect, it } from '@jest/globals';
import { pagesOf } from './pages.js';
import { siteLinks } from './site-links.js';

const FILES = ['README.md', 'docs/guide.md', 'libs/cells/README.md'];
const PAGES = new Map(pagesOf(FILES, (file) => `# ${file}`).map((page) => [page.file, page]));
const REPOSITORY = 'https://git.example/blob/main';

const inGuide = (markdown: string, repository: string | undefined = REPOSITORY): string =>
  siteLinks(markdown, { file: 'docs/guide.md' }, PAGES, repository);

describe('the links of a page of the site', () => {
  it.each([
    ['[a](../README.md)', '[a](/index.md)'],
    ['[a](../libs/cells/README.md#limits)', '[a](/libs/cells/index.md#limits)'],
    ['[a](../libs/cells/)', '[a](/libs/cells/index.md)'],
    ['[`a`](../src/main.ts#L3)', `[\`a\`](${REPOSITORY}/src/main.ts#L3)`],
    ['![a](picture.svg)', '![a](/docs/picture.svg)'],
    ['[a](#here) [b](https://example.com/x.md)', '[a](#here) [b](https://example.com/x.md)'],
    ['[![a](picture.svg)](#here)', '[![a](/docs/picture.svg)](#here)'],
    ['[a](../openapi.yaml)', '[a](/reference/index.html){target="_self"}'],
    ['```md\n[a](../README.md)\n```', '```md\n[a](../README.md)\n```'],
  ])('lead from %s to %s', (markdown, expected) => {
    expect(inGuide(markdown)).toBe(expected);
  });

  it('are texts where they lead to a source file of an unknown repository', () => {
    const page = { file: 'docs/guide.md' };

    expect(siteLinks('see [`main.ts`](../src/main.ts).', page, PAGES, undefined)).toBe(
      'see `main.ts`.',
    );
  });
});
