import { Logger, type LoggerService } from '@nestjs/common';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IssuerKeysLog } from './issuer-keys.log.js';

let written: string[];
let log: IssuerKeysLog;

const write =
  (level: string) =>
  (line: unknown): void => {
    const text = typeof line === 'string' ? line : (line as { message: string }).message;
    written.push(`${level}: ${text}`);
  };

beforeEach(() => {
  written = [];
  const logger: LoggerService = { log: write('info'), warn: write('warn'), error: write('error') };
  Logger.overrideLogger(logger);
  log = new IssuerKeysLog();
});

describe('IssuerKeysLog', () => {
  it('warns once while fetches fail for one reason, and says when they succeed again', () => {
    for (let i = 0; i < 3; i += 1) log.failed(new Error('down'), 'known keys stay in use');
    log.loaded(new Map());
    log.loaded(new Map());

    expect(written).toEqual([
      "warn: The issuer's keys cannot be read: known keys stay in use.",
      'info: The issuer answers again.',
    ]);
  });

  it('warns again when the reason changes, so that a redirect after an outage is named', () => {
    log.failed(new Error('down'), 'known keys stay in use');
    log.failed(new Error('redirects'), 'known keys stay in use');

    expect(written).toHaveLength(2);
  });

  it('warns once of keys that are skipped, and again when their number changes', () => {
    log.loaded(new Map([['weak', 1]]));
    log.loaded(new Map([['weak', 1]]));
    log.loaded(
      new Map([
        ['weak', 1],
        ['malformed', 2],
      ]),
    );
    log.loaded(new Map());

    expect(written).toEqual([
      'warn: Keys of the issuer are skipped (RSA of an unsafe size or exponent: 1).',
      'warn: Keys of the issuer are skipped (RSA of an unsafe size or exponent: 1, malformed: 2).',
    ]);
  });
});
