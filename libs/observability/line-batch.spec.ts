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

describe('LineBatch', () => {
  it('writes lines together after 200 ms, in order', () => {
    batch.write('one\n');
    jest.advanceTimersByTime(199);
    batch.write('two\n');
    expect(out.read()).toBeNull();

    jest.advanceTimersByTime(1);
    expect(out.read()).toBe('one\ntwo\n');
  });

  it('writes 100 lines at once', () => {
    for (let line = 0; line < 250; line += 1) batch.write(`${line}\n`);
    expect(String(out.read()).split('\n')).toHaveLength(201);

    jest.advanceTimersByTime(200);
    expect(out.read()).toBe(Array.from({ length: 50 }, (_, i) => `${200 + i}\n`).join(''));
  });

  it('writes a fatal line at once', () => {
    const logger = pino({}, batch);
    logger.info('before');
    logger.fatal('the end');

    expect(out.read()).toMatch(/before.*\n.*the end.*\n/);
  });

  it('writes buffered lines when the process exits', () => {
    batch.write('stopped\n');
    process.emit('exit', 0);

    expect(out.read()).toBe('stopped\n');
  });
});

describe('LineBatch without a reader', () => {
  it('ignores EPIPE and continues', () => {
    out.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    batch.write('one\n');
    batch.flushSync();

    expect(out.read()).toBe('one\n');
  });

  it('throws other write errors', () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });

    expect(() => out.emit('error', full)).toThrow(full);
  });
});
