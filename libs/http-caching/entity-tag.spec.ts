import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { unicodeText } from '@app/json/testing/unicode-text.js';
import { entityTag, matchesAny } from './entity-tag.js';

const TAG = 'W/"abc"';

describe('entityTag', () => {
  it('is weak, short, and the same in every process', () => {
    expect(entityTag('{"uvidx":1}')).toBe('W/"6E2PQEhsh-k9SXJo"');
  });

  it('changes with any change of the content', () => {
    const contents = Array.from({ length: 1_000 }, (_, uvidx) => JSON.stringify({ uvidx }));

    expect(new Set(contents.map(entityTag)).size).toBe(contents.length);
  });

  it('differs for content that differs in an accent only', () => {
    expect(entityTag('légère')).not.toBe(entityTag('legere'));
  });

  it.each([
    ['empty content', ''],
    ['multi-byte characters', '日本語'],
    ['a lone surrogate', '\ud800'],
    ['100 kB', 'a'.repeat(100_000)],
  ])('matches its own tag: %s', (_what, content) => {
    expect(matchesAny(entityTag(content), entityTag(content))).toBe(true);
  });
});

describe('If-None-Match', () => {
  it.each([
    ['W/"abc"', 'the tag as it was sent'],
    ['"abc"', 'a strong tag: the comparison is weak'],
    ['*', 'a wildcard'],
    ['"x", W/"abc"', 'a list'],
    ['"x","abc","y"', 'a list without white space'],
    ['"x"\t ,\t "abc"', 'a list with much white space'],
    ['"x,y", "abc"', 'a list with a tag that contains a comma'],
    [', ,"abc",', 'a list with empty elements'],
    ['"", "abc"', 'a list with an empty tag'],
    ['"é\u0080ÿ", "abc"', 'a list with bytes above ASCII'],
    ['"abc-gzip"', 'compressed by Apache'],
    ['W/"abc-gzip"', 'compressed by Apache, weak'],
    ['W/"abc-br"', 'compressed with Brotli'],
    ['"abc-zstd"', 'compressed by Caddy'],
    ['W/"abc--gzip"', 'compressed by Jetty'],
    ['"abc;gzip"', 'compressed, with a semicolon'],
    ['W/"abc;br"', 'compressed with Brotli, with a semicolon'],
    ['W/"abc"-gzip', 'a suffix after the quotes'],
    ['"abc";gzip', 'a suffix with a semicolon after the quotes'],
    ['"abc"--gzip', 'the suffix of Jetty after the quotes'],
    ['W/"abc-gzip-gzip"', 'compressed by two proxies'],
    ['"x-gzip", W/"abc-gzip"', 'a list of compressed tags'],
    ['"x"-gzip , "abc"-br,', 'a list with suffixes after the quotes'],
  ])('%s matches W/"abc": %s', (field) => {
    expect(matchesAny(field, TAG)).toBe(true);
  });

  it.each<[string | undefined, string]>([
    [undefined, 'there is none'],
    ['', 'no tag'],
    [',,', 'no tag'],
    ['"abcd"', 'another tag'],
    ['"ABC"', 'tags are case-sensitive'],
    ['"x,"abc"', 'unclosed quotes'],
    ['"x, W/"abc", y"', 'quotes within quotes'],
    ['abc', 'no quotes'],
    ['w/"abc"', 'a lower-case w'],
    ['W/ "abc"', 'white space after W/'],
    ['"a bc"', 'white space within a tag'],
    ['"abc" "abc"', 'no comma between tags'],
    ['"abc", *', 'a wildcard in a list'],
    ['*, *', 'two wildcards, from repeated lines'],
    ['"abc", garbage', 'garbage after the tag'],
    ['garbage, "abc"', 'garbage before the tag'],
    ['"abc"\u0000', 'a control character'],
    ['W/"abcd-gzip"', 'another compressed tag'],
    ['"ab-gzip"', 'a shorter compressed tag'],
    ['"-gzip"', 'a suffix alone'],
    ['"abc-"', 'no coding'],
    ['"abcgzip"', 'no separator'],
    ['"abc-gzipped"', 'another suffix'],
    ['"abc---gzip"', 'three hyphens'],
    ['"abc-identity"', 'no compression'],
    ['"abc-GZIP"', 'tags are case-sensitive'],
    ['"abc:gzip"', 'another separator'],
    ['"x-gzip"abc', 'a tag that only follows'],
    ['"abc"gzip', 'no separator after the quotes'],
    ['"abc" -gzip', 'white space before the suffix'],
    ['*-gzip', 'a wildcard with a suffix'],
  ])('%j does not match W/"abc": %s', (field, _why) => {
    expect(matchesAny(field, TAG)).toBe(false);
  });

  it('does not take a suffix of ours for one of a proxy', () => {
    expect(matchesAny('W/"abc"', 'W/"abc-gzip"')).toBe(false);
    expect(matchesAny('W/"abc-gzip"', 'W/"abc-gzip"')).toBe(true);
  });

  it('compares a tag that contains a comma as a whole', () => {
    expect(matchesAny('"a", "b"', 'W/"a,b"')).toBe(false);
    expect(matchesAny('"x", "a,b"', 'W/"a,b"')).toBe(true);
  });

  it('never throws, and is parsed in linear time', () => {
    const field = fc.oneof(
      unicodeText(),
      fc
        .array(fc.constantFrom('"', ',', ' ', 'W/', 'abc', '*', '\t', '\\'))
        .map((all) => all.join('')),
    );
    fc.assert(fc.property(field, (text) => typeof matchesAny(text, TAG) === 'boolean'));
    const startedAt = performance.now();
    matchesAny(`"${' ,'.repeat(8_000)}`, TAG);
    matchesAny('" '.repeat(8_000), TAG);
    matchesAny(`"abc${'-gzip'.repeat(8_000)}x"`, TAG);
    matchesAny(`"abc"${'-gzip'.repeat(8_000)}x`, TAG);
    matchesAny(`${'\t '.repeat(8_000)}x`, TAG);

    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});
