import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { KeySetReader } from './key-set-reader.js';
import type { SigningKey } from './signing-key.js';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  format: 'jwk',
});

let reader: KeySetReader;
beforeEach(() => {
  reader = new KeySetReader();
});

const read = async (...entries: readonly unknown[]): Promise<readonly SigningKey[]> =>
  (await reader.read(entries)).keys;

describe('a key of the previous set', () => {
  it('keeps its object while its members are the same, in any order', async () => {
    const [before] = await read({ ...ec, kid: 'a', alg: 'ES256', use: 'sig' });
    const [after] = await read({ use: 'sig', extra: 1, alg: 'ES256', kid: 'a', ...ec });

    expect(before).toBeDefined();
    expect(after).toBe(before);
  });

  it.each([
    ['material', { ...otherEc, kid: 'a' }],
    ['algorithm', { ...ec, kid: 'a', alg: 'ES256' }],
    ['kid', { ...ec, kid: 'b' }],
  ])('is another object when it has another %s', async (_name, changed) => {
    const [before] = await read({ ...ec, kid: 'a' });
    const [after] = await read(changed);

    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  it('is another object when a set without it came in between', async () => {
    const [before] = await read({ ...ec, kid: 'a' });
    await read();

    expect((await read({ ...ec, kid: 'a' }))[0]).not.toBe(before);
  });
});

describe('KeySetReader', () => {
  it('reads a key that is listed twice once', async () => {
    expect(await read({ ...ec, kid: 'a' }, { ...ec, kid: 'a' })).toHaveLength(1);
  });

  it('counts the keys that it rejects, and not those for other purposes', async () => {
    const { rejected } = await reader.read([
      null,
      'text',
      { ...ec, x: 'AA' },
      { ...ec, d: 'AA' },
      { ...ec, use: 'enc' },
    ]);

    expect(Object.fromEntries(rejected)).toEqual({ malformed: 3, secret: 1 });
  });

  it('reads a key with an exponent of 300 kB without stalling', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rsa = publicKey.export({ format: 'jwk' });
    const startedMs = performance.now();
    const { keys } = await reader.read([{ ...rsa, e: '_'.repeat(300_000) }, rsa]);

    expect(keys).toHaveLength(1);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });

  it('lets other work run while it reads a large set', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    await read(...Array.from({ length: 400 }, (_, i) => ({ ...ec, kid: `k${i}` })));
    clearInterval(counting);

    expect(turns).toBeGreaterThan(1);
  });
});
