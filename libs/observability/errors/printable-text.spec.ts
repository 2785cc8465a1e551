import { describe, expect, it } from '@jest/globals';
import { printable, printableError } from './printable-text.js';

describe('printable', () => {
  it.each([
    ['a terminal escape', 'no\x1b[31m key', 'no…[31m key'],
    ['a new line', 'no\r\n{"log.level":"error"}', 'no…{"log.level":"error"}'],
    ['a bidirectional override', 'key \u202eyek', 'key …yek'],
    ['an invisible character', 'k\u200be\u00ady', 'k…e…y'],
    ['a line separator', 'one\u2028two', 'one…two'],
    ['half a surrogate pair', 'key \ud800', 'key …'],
  ])('replaces %s', (_name, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('keeps every other character', () => {
    const text = 'https://issuer.example/?a=b responded with 503: “à l’été” 雨 🌧';

    expect(printable(text)).toBe(text);
  });

  it('cuts a long text', () => {
    expect(printable('a'.repeat(100_000))).toBe(`${'a'.repeat(1_000)}…`);
  });
});

describe('printableError', () => {
  it('keeps type and frames', () => {
    const { name, message, stack = '' } = printableError(new RangeError('bad\x07 key'));

    expect([name, message]).toEqual(['RangeError', 'bad… key']);
    expect(stack).toMatch(/^RangeError: bad… key\n {4}at .*printable-text\.spec/);
  });

  it('cuts a message of many lines', () => {
    const { stack = '' } = printableError(new Error('line\n'.repeat(10_000)));

    expect(stack.split('\n')).toHaveLength(50);
  });
});
