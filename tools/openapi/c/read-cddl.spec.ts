import { describe, expect, it } from '@jest/globals';
import { cMembersOf } from './c-members.js';
import { decoderTables } from './decoder-tables.js';
import { glanceHeader } from './glance-header.js';
import { readCddl } from './read-cddl.js';

/** The CDDL of a glance with one member of this type. */
const cddlWith = (type: string, key = 'm'): string =>
  `glance = {\n  ; minutes\n  ${key}: ${type}\n  * tstr => any\n}\n\nminute = 0..59 / null\n`;
const headerWith = (type: string): string => glanceHeader(readCddl(cddlWith(type)), {});

describe('the C header of a glance', () => {
  it.each([
    ['0..120', 'int32_t m;'],
    ['minute', 'int32_t m;'],
    ['-1 / 1..60 / null', 'int32_t m;'],
    ['0..9999999999 / null', 'int64_t m;'],
    ['"a" / "b"', 'char m;'],
    ['tstr .size (1..8)', 'char m[MFAPI_GLANCE_M_MAX + 1];'],
    ['[1*4 (0..9 / null)]', 'int32_t m[MFAPI_GLANCE_M_MAX];'],
    ['[from: minute, to: minute] / [0..1]', 'int32_t m[MFAPI_GLANCE_M_MAX];'],
  ])('stores %s as %s', (type, declaration) => {
    expect(headerWith(type)).toContain(`  ${declaration}\n`);
  });

  it('repeats the meaning and the permitted values', () => {
    expect(headerWith('[1*4 (0..9 / null)] / null')).toContain(
      '/* minutes; 1 to 4 items [0 to 9 or null] or null */',
    );
  });

  it('names the conditions by their numbers', () => {
    expect(glanceHeader(readCddl(cddlWith('0..1')), { 'rain-and-snow': 19 })).toContain(
      'MFAPI_CONDITION_RAIN_AND_SNOW = 19',
    );
  });
});

describe('the reader of CDDL', () => {
  it('keeps whether a key may be absent', () => {
    const optional = cddlWith('0..1').replace('m:', '? m:');

    expect(cMembersOf(readCddl(optional), 'glance')[0]?.isOptional).toBe(true);
    expect(decoderTables(readCddl(optional))).toContain('.required = 0');
  });

  it.each([
    ['a type that it does not know', 'float16'],
    ['an operator that it does not know', 'uint .le 5'],
    ['a floating-point number', '0.5'],
    ['a byte string', "h'00'"],
    ['a group', '{ a: 1 }'],
    ['a text without a limit', 'tstr'],
    ['an array of texts', '[1*2 tstr .size (1..3)]'],
    ['an array of arrays', '[1*2 ([0..1, 0..1])]'],
    ['a word as a literal', '"metric"'],
    ['a number or a text', '0..1 / "m"'],
    ['arrays of the same length', '[0..1] / [5..9]'],
  ])('stops at %s', (_what, type) => {
    expect(() => decoderTables(readCddl(cddlWith(type)))).toThrow();
  });

  it.each(['do', 'if', 'for', 'a_b'])('stops at the key %s, which C could not name', (key) => {
    expect(() => decoderTables(readCddl(cddlWith('0..1', key)))).toThrow(key);
  });

  it('stops at a member without its meaning', () => {
    expect(() => readCddl('glance = {\n  m: 0..1\n  * tstr => any\n}')).toThrow('"m"');
  });
});
