import { mkdtempSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Secret } from './secret.js';

const A_SECOND_MS = 1_000;

let directory: string;
let file: string;
let clock: FakeClock;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'secret-'));
  file = join(directory, 'token');
  clock = new FakeClock();
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('Secret', () => {
  const secret = Secret.ofText('hunter2');
  const holder = { token: secret, list: [secret] };

  it('reveals its text on request', () => {
    expect(secret.reveal()).toBe('hunter2');
  });

  it.each([
    ['String', String(secret)],
    ['a concatenated text', ['token: ', secret].join('')],
    ['JSON', JSON.stringify(holder)],
    ['inspect', inspect(holder, { depth: Infinity, showHidden: true })],
    ['inspect without custom forms', inspect(holder, { customInspect: false, showHidden: true })],
    ['format', format('%s %o %O %j', secret, secret, holder, holder)],
    ['a copy', JSON.stringify(Object.assign({}, secret))],
    ['its entries', JSON.stringify(Object.entries(secret))],
  ])('does not expose its text to %s', (_name, printed) => {
    expect(printed).not.toContain('hunter2');
  });
});

describe('Secret.ofFile', () => {
  it('trims surrounding whitespace', () => {
    writeFileSync(file, '  hunter2\r\n');

    expect(Secret.ofFile(file).reveal()).toBe('hunter2');
  });

  it('reads a file of any modification time', () => {
    writeFileSync(file, 'hunter2');
    utimesSync(file, 0, 0);

    expect(Secret.ofFile(file).reveal()).toBe('hunter2');
  });

  it('keeps the last value while the file has one that is not valid', () => {
    writeFileSync(file, 'old');
    const secret = Secret.ofFile(file, clock, (text) => {
      if (text === 'half') throw new Error('not valid');
    });
    for (const [written, revealed] of [
      ['half', 'old'],
      ['new', 'new'],
    ] as const) {
      writeFileSync(file, written);
      clock.advance(A_SECOND_MS);
      expect(secret.reveal()).toBe(revealed);
    }
  });

  it('re-reads a changed file after one second', () => {
    writeFileSync(file, 'old');
    const secret = Secret.ofFile(file, clock);
    writeFileSync(file, 'new');

    clock.advance(A_SECOND_MS - 1);
    expect(secret.reveal()).toBe('old');
    clock.advance(1);
    expect(secret.reveal()).toBe('new');
  });

  it('re-reads a changed file whose modification time is unchanged', () => {
    writeFileSync(file, 'old');
    utimesSync(file, 1_000, 1_000);
    const secret = Secret.ofFile(file, clock);
    writeFileSync(file, 'new');
    utimesSync(file, 1_000, 1_000);
    clock.advance(A_SECOND_MS);

    expect(secret.reveal()).toBe('new');
  });

  it('re-reads a symbolic link that points to a new target, as Kubernetes swaps secrets', () => {
    const versions = ['v1', 'v2'].map((name) => join(directory, name));
    versions.forEach((version, i) => writeFileSync(version, `token-${i + 1}`));
    symlinkSync(versions[0] as string, file);
    const secret = Secret.ofFile(file, clock);
    unlinkSync(file);
    symlinkSync(versions[1] as string, file);
    clock.advance(A_SECOND_MS);

    expect(secret.reveal()).toBe('token-2');
  });

  it.each([
    ['gone', () => rmSync(file)],
    ['empty', () => writeFileSync(file, ' \n')],
  ])('keeps the last value while the file is %s, then picks up the next one', (_name, spoil) => {
    writeFileSync(file, 'old');
    const secret = Secret.ofFile(file, clock);
    spoil();
    clock.advance(A_SECOND_MS);
    expect(secret.reveal()).toBe('old');
    writeFileSync(file, 'new');
    clock.advance(A_SECOND_MS);

    expect(secret.reveal()).toBe('new');
  });

  it.each([
    ['is not there', () => undefined],
    ['is empty', () => writeFileSync(file, '')],
    ['holds only space', () => writeFileSync(file, ' \n\t')],
  ])('throws when the file %s', (_name, prepare) => {
    prepare();

    expect(() => Secret.ofFile(file)).toThrow();
  });
});
