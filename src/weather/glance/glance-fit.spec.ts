import { describe, expect, it } from '@jest/globals';
import { fitted } from './glance-fit.js';

const NONE = { q: null, mo: null, name: null };
const VILLAGE = { ...NONE, name: 'Village' };
const NULLS = [null, null, null];
const CONTENT = { v: 1, h: { b: 0, l: 7, c: [1, 2, 3], k: NULLS, p: NULLS } };
const BYTES = JSON.stringify(CONTENT).length;
/** In one object with the age, the content has a comma in place of its two braces. */
const ROOM = BYTES - 1;

describe('fitted', () => {
  it('adds the name, shortened to the bytes that are left', () => {
    expect(fitted(CONTENT, VILLAGE, ROOM + ',"pl":"Vil"'.length)).toEqual({
      ...CONTENT,
      pl: 'Vil',
    });
  });

  it('leaves the name out before it changes anything else', () => {
    expect(fitted(CONTENT, VILLAGE, ROOM)).toEqual(CONTENT);
  });

  it.each([
    [',"q":2,"mo":4,"pl":"Vil"', { q: 2, mo: 4, pl: 'Vil' }],
    [',"q":2,"mo":4', { q: 2, mo: 4 }],
    [',"q":2,"mo":', { q: 2 }],
    [',"q":', {}],
  ])('leaves out the name, then the moon, then the air quality: with room for %s', (room, kept) => {
    const all = { q: 2, mo: 4, name: 'Village' };

    expect(fitted(CONTENT, all, ROOM + room.length)).toEqual({ ...CONTENT, ...kept });
  });

  it('leaves the last hour out, and its bit of daylight, when the rest is too long', () => {
    const h = { b: 0, l: 3, c: [1, 2], k: [null, null], p: [null, null] };

    expect(fitted(CONTENT, VILLAGE, ROOM - 1)).toEqual({ v: 1, h });
  });

  it('keeps the first hour', () => {
    expect(fitted(CONTENT, NONE, 1).h.c).toEqual([1]);
  });
});
