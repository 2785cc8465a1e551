import { expect, it } from '@jest/globals';
import { splitAtFences } from './markdown-fences.js';

const parts = (markdown: string): unknown =>
  splitAtFences(markdown)
    .filter(({ text }) => text !== '')
    .map(({ isCode, text }) => [isCode ? 'code' : 'prose', text]);

it('a document is split at its fences, and nothing of it is lost', () => {
  expect(parts('a\n```ts\nb\n```\nc\n')).toEqual([
    ['prose', 'a\n'],
    ['code', '```ts\nb\n```\n'],
    ['prose', 'c\n'],
  ]);
});

it('a fence ends with one of its kind that is at least as long', () => {
  expect(parts('````\n```\n~~~~\n````\nend')).toEqual([
    ['code', '````\n```\n~~~~\n````\n'],
    ['prose', 'end'],
  ]);
});

it('an unclosed fence lasts until the end', () => {
  expect(parts('~~~\na\n')).toEqual([['code', '~~~\na\n']]);
});
