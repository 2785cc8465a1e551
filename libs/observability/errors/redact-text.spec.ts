import { describe, expect, it } from '@jest/globals';
import { redact } from './redact-text.js';

describe('redact', () => {
  it.each([
    "Cannot read properties of undefined (reading 'key')",
    'listener must be a function',
    '',
  ])('keeps plain words: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['a position', 'no place at 48.8705,-2.3049 today', 'no place at … today'],
    ['a URL', 'cannot fetch https://u:p@host/x?apikey=abc now', 'cannot fetch … now'],
    ['lines', 'first line\nsecond', 'first …'],
    ['an address', 'connect ECONNREFUSED 10.1.2.3:6379', 'connect ECONNREFUSED …'],
    ['a user', 'no user watch-4711', 'no user …'],
    ['a token', `Bearer ${'eyJ.abc-'.repeat(9)} expired`, 'Bearer … expired'],
    ['the end of a long text', 'word '.repeat(100), 'word '.repeat(60)],
  ])('redacts %s', (_name, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('redacts a secret that looks like a word, anywhere in the text', () => {
    const text = `${'word '.repeat(59)}hunter; again hunter`;
    expect(redact('key hunter; again: hunter.', ['hunter'])).toBe('key … again: …');
    expect(redact(text, ['hunter'])).not.toContain('hunt');
  });
});
