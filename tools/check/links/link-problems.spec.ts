import { describe, expect, it } from '@jest/globals';
import { linkProblems } from './link-problems.js';

const FILES: Readonly<Record<string, string>> = {
  'docs/guide.md':
    '# Guide\n\n## What it costs, in €\n\n## Twice\n\n## Twice\n\n<a id="by-hand"></a>\n',
  'docs/picture.svg': '<svg/>',
  'src/main.ts': '',
};

const problemsOf = (text: string, file = 'README.md'): readonly string[] => {
  const files = { ...FILES, [file]: text };
  return linkProblems(Object.keys(files), (name) => files[name] ?? '');
};

describe('the links of a document', () => {
  it.each([
    '[a](docs/guide.md)',
    '[a](docs/guide.md#what-it-costs-in-)',
    '[a](docs/guide.md#twice) [b](docs/guide.md#twice-1)',
    '[a](docs/guide.md#by-hand "with a title")',
    '[a](docs/) [b](docs) [c](/docs/guide.md) [d](src/main.ts#L3)',
    '![a](docs/picture.svg)',
    '[![a](docs/picture.svg)](docs/guide.md)',
    '[a][1]\n\n[1]: docs/guide.md',
    '<img src="docs/picture.svg">',
    '# Here `it` is\n\n[a](#here-it-is)',
    '[a](https://example.com/nothing.md) [b](mailto:a@example.com)',
  ])('lead somewhere: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['[a](docs/none.md)', 'README.md: docs/none.md leads to no file'],
    ['[a](docs/guide.md#none)', 'README.md: docs/guide.md#none leads to no heading'],
    ['[a](#none)', 'README.md: #none leads to no heading'],
    ['![a](picture.svg)', 'README.md: picture.svg leads to no file'],
    ['[a][1]\n\n[1]: none.md', 'README.md: none.md leads to no file'],
    ['<img src="none.svg">', 'README.md: none.svg leads to no file'],
    ['[![a](none.svg)](docs/guide.md)', 'README.md: none.svg leads to no file'],
  ])('lead nowhere: %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('are relative to the document', () => {
    expect(problemsOf('[a](../guide.md)', 'docs/adr/one.md')).toEqual([]);
    expect(problemsOf('[a](guide.md)', 'docs/adr/one.md')).toHaveLength(1);
  });

  it.each(['`[a](none.md)`', '```md\n[a](none.md)\n```', '<!-- [a](none.md) -->'])(
    'are none in code and comments: %s',
    (text) => {
      expect(problemsOf(text)).toEqual([]);
    },
  );
});
