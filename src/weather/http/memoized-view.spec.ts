import { expect, it } from '@jest/globals';
import { MemoizedView } from './memoized-view.js';

let renderings = 0;
const rendered = new MemoizedView((value: { warmth: number }, view: 'c' | 'k') => {
  renderings += 1;
  return { warmth: view === 'c' ? value.warmth : value.warmth + 273 };
});
const RECORD = { warmth: 20 };

it('MemoizedView renders a record once per view', () => {
  renderings = 0;
  const first = rendered.of(RECORD, 'c');

  expect(first.json).toBe('{"warmth":20}');
  expect(rendered.of(RECORD, 'k').json).toBe('{"warmth":293}');
  expect(rendered.of(RECORD, 'c')).toBe(first);
  expect(renderings).toBe(2);
});

it('MemoizedView gives equal weather equal tags and different weather different tags', () => {
  expect(rendered.of({ warmth: 20 }, 'c').tag).toBe(rendered.of(RECORD, 'c').tag);
  expect(rendered.of({ warmth: 21 }, 'c').tag).not.toBe(rendered.of(RECORD, 'c').tag);
});
