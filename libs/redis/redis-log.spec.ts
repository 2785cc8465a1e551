import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorReply } from '@redis/client';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import type { RedisFailure, RedisState } from './redis-connection.js';
import { RedisLog } from './redis-log.js';
import { ReplyTimeoutError } from './reply-timeout.error.js';

let stateChanges: TypedEmitter<RedisState>;
let failures: TypedEmitter<RedisFailure>;
let lines: string[];

beforeEach(() => {
  stateChanges = new TypedEmitter();
  failures = new TypedEmitter();
  lines = [];
  const add =
    (level: string) =>
    (text: string): void =>
      void lines.push(`${level} ${text}`);
  const logger = { log: add('INFO'), warn: add('WARN'), error: add('ERROR') };
  new RedisLog(logger).follow({ stateChanges, failures });
});

const reply = (message: string): ErrorReply => new ErrorReply(message);
const fail = (cause: unknown, up = false): void => failures.emit({ cause, up });

describe('RedisLog', () => {
  it.each([
    ["READONLY You can't write against a read only replica. script: 1", 'WARN', 'READONLY'],
    ['LOADING Redis is loading the dataset in memory', 'WARN', 'LOADING'],
    ['ERR max number of clients reached', 'WARN', 'max number of clients reached'],
    [
      'ERR max number of clients + cluster connections reached',
      'WARN',
      'max number of clients reached',
    ],
    ['NOAUTH HELLO must be called with the client already authenticated', 'ERROR', 'NOAUTH'],
    ['WRONGPASS invalid username-password pair', 'ERROR', 'WRONGPASS'],
    ['NOPERM this user has no permissions', 'ERROR', 'NOPERM'],
    ["ERR The user executing the script can't run this command", 'ERROR', 'NOPERM'],
    [
      'ERR unknown command `HELLO`, with args beginning with: `3`, `s3cret`',
      'ERROR',
      'unknown command',
    ],
    ['ERR DB index is out of range', 'ERROR', 'no such database'],
    ['ERR anything with s3cret', 'WARN', 'ERR'],
    ['s3cret', 'WARN', 'an unknown error reply'],
  ])('writes the reply "%s" as %s "%s", without its arguments', (message, level, reason) => {
    stateChanges.emit({ up: false, cause: reply(message) });
    expect(lines).toEqual([`${level} Redis is not used until it answers again: ${reason}`]);
  });

  it('writes an error of the connection as it is', () => {
    stateChanges.emit({ up: false, cause: new ReplyTimeoutError(50) });
    expect(lines).toEqual([
      'WARN Redis is not used until it answers again: ReplyTimeoutError: no reply within 50 ms',
    ]);
  });

  it('writes each reason that the server gives during an outage once', () => {
    stateChanges.emit({ up: false, cause: new Error('closed') });
    for (let probes = 0; probes < 5; probes += 1) fail(new Error('ECONNREFUSED'));
    for (let probes = 0; probes < 5; probes += 1) fail(reply('LOADING 1'));
    for (let probes = 0; probes < 5; probes += 1) fail(reply('NOAUTH 1'));
    stateChanges.emit({ up: true });
    stateChanges.emit({ up: false, cause: reply('LOADING 1') });
    fail(reply('LOADING 1'));

    expect(lines).toEqual([
      'WARN Redis is not used until it answers again: Error: closed',
      'WARN Redis is reachable but refuses: LOADING',
      'ERROR Redis is reachable but refuses: NOAUTH',
      'INFO Redis is in use.',
      'WARN Redis is not used until it answers again: LOADING',
    ]);
  });

  it('writes a reason that the server gives at the start once', () => {
    for (let probes = 0; probes < 5; probes += 1) fail(reply('NOPERM 1'));
    stateChanges.emit({ up: false, cause: reply('NOPERM 1') });
    fail(reply('NOPERM 1'));

    expect(lines).toEqual(['ERROR Redis is not used until it answers again: NOPERM']);
  });

  it('writes once why single commands fail', () => {
    for (let commands = 0; commands < 5; commands += 1) fail(reply('NOPERM 1'), true);
    expect(lines).toEqual(['ERROR Redis refuses single commands: NOPERM']);
  });
});
