import type { LoggerService } from '@nestjs/common';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import { ACCWEA } from '../accwea/accwea.descriptor.js';
import { OPEN_METEO } from '../open-meteo/open-meteo.descriptor.js';
import { UpstreamLog } from './upstream-log.js';

let lines: string[];
let log: UpstreamLog;

beforeEach(() => {
  lines = [];
  const line = (level: string) => (message: unknown) => lines.push(`${level} ${String(message)}`);
  const logger: LoggerService = { log: line('log'), warn: line('warn'), error: line('error') };
  log = new UpstreamLog(logger, [ACCWEA, OPEN_METEO]);
});

function breaker(operation: string, ...opens: boolean[]): void {
  const failure = { reason: 'timeout', message: 'no answer in time' };
  for (const isOpen of opens) {
    log.write({ name: 'breaker', source: 'accwea', operation, isOpen, ...failure });
  }
}

const pause = (name: 'paused' | 'resumed', changes: Partial<GuardEvent> = {}): GuardEvent =>
  ({
    name,
    source: 'accwea',
    scope: 'source',
    reason: 'quota',
    message: 'status 429',
    untilMs: Date.UTC(2026, 0, 1, 12, 15),
    ...changes,
  }) as GuardEvent;

describe('UpstreamLog', () => {
  it('logs that a circuit breaker opens and closes', () => {
    breaker('hourly', true, false);

    expect(lines).toEqual([
      'warn AccuWeather: circuit breaker opened: timeout (hourly, no answer in time).',
      'log AccuWeather: circuit breaker closed (hourly).',
    ]);
  });

  it('logs the reason and the end of a cooldown', () => {
    log.write(pause('paused'));
    log.write(pause('resumed'));
    log.write(pause('paused', { scope: 'operation', of: 'daily/10day', reason: 'forbidden' }));

    expect(lines).toEqual([
      'warn AccuWeather: cooldown until 2026-01-01T12:15:00.000Z: quota.',
      'log AccuWeather: cooldown ended.',
      'warn AccuWeather: cooldown until 2026-01-01T12:15:00.000Z: forbidden (daily/10day, status 429).',
    ]);
  });

  it.each([
    ['accwea', 'error AccuWeather refuses the key: replace ACCWEA_TOKEN.'],
    ['open-meteo', 'error Open-Meteo refuses the key: replace OPEN_METEO_API_KEY.'],
  ])('logs an error that names the variable to replace when %s rejects the key', (source, line) => {
    log.write(
      pause('paused', { source, scope: 'credential', of: '0123456789ab', reason: 'unauthorized' }),
    );

    expect(lines).toEqual([line]);
  });

  it('logs trouble with places once per operation and reason, and never its end', () => {
    for (const operation of ['daily', 'place', 'daily']) {
      const of = operation;
      log.write(pause('paused', { scope: 'item', of, reason: 'malformed', message: 'status 200' }));
      log.write(pause('resumed', { scope: 'item', of, reason: 'malformed' }));
    }
    log.write(pause('paused', { scope: 'item', of: 'daily', reason: 'forbidden', message: '' }));

    expect(lines).toEqual([
      'warn AccuWeather has no answer for some places: malformed (daily, status 200).',
      'warn AccuWeather has no answer for some places: malformed (place, status 200).',
      'warn AccuWeather has no answer for some places: forbidden (daily).',
    ]);
  });

  it('logs nothing for a place that the provider dropped, and for single calls', () => {
    log.write(pause('paused', { scope: 'item', of: 'daily', reason: 'unknown-place' }));
    log.write({
      name: 'failed',
      source: 'accwea',
      operation: 'daily',
      code: 'failing',
      cause: undefined,
      durationMs: 1,
    });
    log.write({ name: 'retried', source: 'accwea', operation: 'daily' });
    log.write({ name: 'overloaded', source: 'accwea', operation: 'daily' });

    expect(lines).toEqual([]);
  });
});
