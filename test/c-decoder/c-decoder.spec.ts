import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encode, rfc8949EncodeOptions } from 'cborg';
import { C_COMPILER } from '../support/tools/c-compiler.js';
import { describeWith } from '../support/tools/describe-with.js';
import { expectedLines, printingProgram } from './printing-program.js';

const at = (path: string): string => join(process.cwd(), path);
const SOURCES = at('packages/watch-client/c');
const DECODER = join(SOURCES, 'mfapi_glance.c');
const STRICT = ['-std=c99', '-Wall', '-Wextra', '-Werror', '-pedantic', `-I${SOURCES}`];
const SANITIZERS = ['-g', '-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
const MAX_LINES = 150;

const OK = 0;
const TRUNCATED = 1;
const MALFORMED = 2;
const UNEXPECTED = 3;
const MISSING = 4;

type Glance = Readonly<Record<string, unknown>>;
interface Vector {
  readonly name: string;
  readonly json: string;
  readonly cbor: string;
}
const VECTORS = JSON.parse(
  readFileSync(at('docs/contract/glance-vectors.json'), 'utf8'),
) as readonly Vector[];
const GLANCES = VECTORS.map(({ json }) => JSON.parse(json) as Glance);
const [COMPLETE = {}] = GLANCES;

const hexOf = (value: unknown): string =>
  Buffer.from(encode(value, rfc8949EncodeOptions)).toString('hex');
const without = (key: string): Glance =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== key));
/** The complete glance with a member whose value is given in hexadecimal digits of CBOR. */
const withMember = (key: string, value: string): string => {
  const others = hexOf(without(key));
  const head = `${(Number.parseInt(others.slice(0, 2), 16) + 1).toString(16)}${others.slice(2)}`;
  return head + hexOf(key) + value;
};

/** What the example of the README leaves to the firmware. */
const README_DECLARATIONS = `#include <stddef.h>
#include <stdint.h>
void draw_attribution(const char *text);
void draw_temperature(int32_t degrees, const char *unit);
void draw_umbrella(void);
void draw_bar(size_t hour, int32_t percent);
void draw_warning(void);
void on_response(const uint8_t *body, size_t length);
`;

/** Code, constants and initialized data of an object file, in bytes. */
const sizeOf = (object: string): number => {
  const [, line = ''] = execFileSync('size', [object], { encoding: 'utf8' }).split('\n');
  const [text = 0, data = 0] = line.trim().split(/\s+/).map(Number);
  return text + data;
};
const run = (program: string, input: string): string =>
  execFileSync(program, { input, encoding: 'utf8', maxBuffer: 2 ** 26 });

describe('the decoder of glances in C', () => {
  it(`has at most ${MAX_LINES} lines`, () => {
    expect(readFileSync(DECODER, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(
      MAX_LINES,
    );
  });

  it('includes nothing of the C library but sizes, integers and memory', () => {
    const included = ['mfapi_glance.c', 'mfapi_glance.h', 'mfapi_glance_fields.h']
      .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/^#include <(.+)>$/gm)].map(([, name]) => name));

    expect(new Set(included)).toEqual(new Set(['stddef.h', 'stdint.h', 'string.h']));
  });
});

describeWith(C_COMPILER)('the decoder of glances in C, compiled', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'c-decoder-'));
    const source = join(folder, 'print.c');
    writeFileSync(source, printingProgram(GLANCES));
    compile('print', [...SANITIZERS, source, DECODER]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** @returns the path of the program or object */
  const compile = (name: string, args: readonly string[]): string => {
    const file = join(folder, name);
    execFileSync('cc', [...STRICT, ...args, '-o', file], { stdio: 'pipe' });
    return file;
  };
  const decoded = (hex: string): { error: number; lines: readonly string[] } => {
    const [first = '', ...lines] = run(join(folder, 'print'), `${hex}\n`).trim().split('\n');
    return { error: Number(first.replace('error ', '')), lines: lines.slice(0, -1) };
  };

  it.each(VECTORS)('says the same as the JSON: $name', ({ json, cbor }) => {
    const expected = expectedLines(GLANCES, JSON.parse(json) as Glance);

    expect(decoded(cbor)).toEqual({ error: OK, lines: expected });
  });

  it('skips keys that it does not know, whatever their values', () => {
    const later = {
      zz: [1.5, { deep: [[[]], 'text', null, true, new Uint8Array(3)] }, 2 ** 52, -(2 ** 52)],
      'a key of a later release': { v: 2 },
    };
    const n = { ...(COMPLETE['n'] as Glance), zz: later };

    expect(decoded(hexOf({ ...COMPLETE, ...later, n }))).toEqual({
      error: OK,
      lines: expectedLines(GLANCES, COMPLETE),
    });
  });

  it('skips an unknown value that is nested 100 000 deep', () => {
    expect(decoded(withMember('zz', `${'81'.repeat(100_000)}00`)).error).toBe(OK);
  });

  it.each([
    ['nothing', 'f6', UNEXPECTED],
    ['an array', '80', UNEXPECTED],
    ['an empty map', 'a0', MISSING],
    ['a map of indefinite length', 'bf617601ff', MALFORMED],
    ['a map with more members than memory', 'bbffffffffffffffff', TRUNCATED],
    ['a map whose key is a number', 'a10101', UNEXPECTED],
    ['bytes after the glance', `${hexOf(COMPLETE)}00`, MALFORMED],
    ['a key twice', withMember('v', '01').replace(/^ad/, 'ae') + hexOf('v') + '01', MALFORMED],
    ['another version', hexOf({ ...COMPLETE, v: 2 }), UNEXPECTED],
    ['no version', hexOf(without('v')), MISSING],
    ['a number for a text', hexOf({ ...COMPLETE, pl: 1 }), UNEXPECTED],
    ['a text for a number', hexOf({ ...COMPLETE, s: '1' }), UNEXPECTED],
    ['null where a value is always known', hexOf({ ...COMPLETE, s: null }), UNEXPECTED],
    ['a unit system that does not exist', hexOf({ ...COMPLETE, u: 'x' }), UNEXPECTED],
    ['an integer of 8 bytes beyond the range', withMember('t', '1bffffffffffffffff'), UNEXPECTED],
    ['a negative one', withMember('t', '3bffffffffffffffff'), UNEXPECTED],
    ['a floating-point number', withMember('o', 'f93c00'), UNEXPECTED],
    ['a name of 33 bytes', hexOf({ ...COMPLETE, pl: 'a'.repeat(33) }), UNEXPECTED],
    ['a name that ends within a character', withMember('pl', '61e6'), UNEXPECTED],
    ['a name with a byte of zero', withMember('pl', '626100'), UNEXPECTED],
    ['a name of indefinite length', withMember('pl', '7f6161ff'), MALFORMED],
    [
      'a column of 7 hours',
      hexOf({ ...COMPLETE, h: { b: 0, l: 0, c: [1, 1, 1, 1, 1, 1, 1] } }),
      UNEXPECTED,
    ],
    ['three times of the sun', hexOf({ ...COMPLETE, su: [1, 2, 3] }), UNEXPECTED],
    ['an array in a column', hexOf({ ...COMPLETE, x: [['n']] }), UNEXPECTED],
    ['a map without its members', hexOf({ ...COMPLETE, n: {} }), MISSING],
  ])('rejects %s, and leaves nothing of it', (_what, hex, error) => {
    expect(decoded(hex)).toEqual({ error, lines: expectedLines(GLANCES, {}) });
  });

  it('compiles the example of its README, and needs no more memory than that says', () => {
    const readme = readFileSync(at('packages/watch-client/README.md'), 'utf8');
    const [, example = ''] = /```c\n([^]*?)\n```/.exec(readme) ?? [];
    const [, bytes = '0'] = /less than (\d+) bytes/.exec(example) ?? [];
    const [, kilobytes = '0'] = /less than (\d+) kB of code and tables/.exec(readme) ?? [];
    const source = join(folder, 'example.c');
    const fits = `typedef char fits[sizeof(mfapi_glance) < ${bytes} ? 1 : -1];`;
    writeFileSync(source, `${README_DECLARATIONS}${example}\n${fits}\n`);

    expect(() => compile('example.o', ['-c', source])).not.toThrow();
    expect(sizeOf(compile('small.o', ['-Os', '-fno-pic', '-c', DECODER]))).toBeLessThan(
      Number(kilobytes) * 1000,
    );
  });

  it('accepts an integer that is longer than necessary', () => {
    expect(decoded(withMember('s', '1b0000000000000000')).error).toBe(OK);
  });

  it('reads no byte outside of damaged glances, and accepts no truncated one', () => {
    const program = compile('damage', [...SANITIZERS, at('test/c-decoder/damage.c'), DECODER]);
    const bytes = VECTORS.reduce((sum, { cbor }) => sum + cbor.length / 2, 0);

    expect(run(program, VECTORS.map(({ cbor }) => `${cbor}\n`).join(''))).toBe(
      `${bytes} prefixes, 0 accepted, ${bytes * 256} changes\n`,
    );
  });
});
