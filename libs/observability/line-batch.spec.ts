import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { LineBatch } from './line-batch.js';

let out: PassThrough;
let batch: LineBatch;

beforeEach(() => {
  jest.useFakeTimers();
  out = new PassThrough({ encoding: 'utf8' });
  batch = new LineBatch(out);
});
afterEach(() => void jest.useRealTimers());

describe('log lines', () => {
  it('are held for a moment, then written together and in order', () => {
    batch.write('one\n');
    jest.advanceTimersByTime(199);
    batch.write('two\n');
    expect(out.read()).toBeNull();

    jest.advanceTimersByTime(1);
    expect(out.read()).toBe('one\ntwo\n');
  });

  it('are written earlier when there are many', () => {
    for (let line = 0; line < 250; line += 1) batch.write(`${line}\n`);
    expect(String(out.read()).split('\n')).toHaveLength(201);

    jest.advanceTimersByTime(200);
    expect(out.read()).toBe(Array.from({ length: 50 }, (_, i) => `${200 + i}\n`).join(''));
  });

  it('are written at once with a fatal one', () => {
    const logger = pino({}, batch);
    logger.info('before');
    logger.fatal('the end');

    expect(out.read()).toMatch(/before.*\n.*the end.*\n/);
  });

  it('are written at the latest when the process exits', () => {
    batch.write('stopped\n');
    process.emit('exit', 0);

    expect(out.read()).toBe('stopped\n');
  });
});

describe('a reader that went away', () => {
  it('stops nobody from logging', () => {
    out.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    batch.write('one\n');
    batch.flushSync();

    expect(out.read()).toBe('one\n');
  });

  it('is not confused with a log that cannot be written', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });

    expect(() => out.emit('error', full)).toThrow(full);
  });
});
