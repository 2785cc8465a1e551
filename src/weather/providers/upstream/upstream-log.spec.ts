import type { LoggerService } from '@nestjs/common';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BreakerState, GuardEvent } from '@app/resilience/guard-events.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
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

const timeout = new ProviderError('timeout', 'no answer in time');

function breaker(operation: string, ...states: BreakerState[]): void {
  for (const state of states) {
    log.write({ name: 'breaker', source: 'accwea', operation, state, cause: timeout });
  }
}

function failed(operation: string, fault: ProviderFault): void {
  const cause = new ProviderError(fault, 'status 4xx');
  log.write({ name: 'failed', source: 'accwea', operation, code: fault, cause, durationMs: 1 });
}

const pause = (name: 'paused' | 'resumed', changes: Partial<GuardEvent> = {}): GuardEvent =>
  ({
    name,
    source: 'accwea',
    scope: 'source',
    reason: 'quota',
    untilMs: Date.UTC(2026, 0, 1, 12, 15),
    ...changes,
  }) as GuardEvent;

describe('UpstreamLog', () => {
  it('logs that a circuit breaker opens and closes, but not each probe in between', () => {
    breaker('hourly', 'open', 'half-open', 'open', 'half-open', 'open', 'half-open', 'closed');
    breaker('hourly', 'open');

    expect(lines).toEqual([
      'warn AccuWeather: circuit breaker opened: timeout (hourly, no answer in time).',
      'log AccuWeather: circuit breaker closed (hourly).',
      'warn AccuWeather: circuit breaker opened: timeout (hourly, no answer in time).',
    ]);
  });

  it('logs each dataset separately', () => {
    breaker('hourly', 'open');
    breaker('daily', 'open');

    expect(lines).toHaveLength(2);
  });

  it('logs the reason and the end of a cooldown', () => {
    log.write(pause('paused'));
    log.write(pause('resumed'));
    log.write(pause('paused', { scope: 'lane', of: 'daily', reason: 'failing' }));

    expect(lines).toEqual([
      'warn AccuWeather: cooldown until 2026-01-01T12:15:00.000Z: quota.',
      'log AccuWeather: cooldown ended.',
      'warn AccuWeather: cooldown until 2026-01-01T12:15:00.000Z: failing (daily).',
    ]);
  });

  it.each([
    ['accwea', 'error AccuWeather refuses the key: replace ACCWEA_TOKEN.'],
    ['open-meteo', 'error Open-Meteo refuses the key: replace OPEN_METEO_API_KEY.'],
  ])('logs an error that names the variable to replace when %s rejects the key', (source, line) => {
    log.write(
      pause('paused', { source, scope: 'key', of: '0123456789ab', reason: 'unauthorized' }),
    );

    expect(lines).toEqual([line]);
  });

  it('logs an error response without a cooldown once per operation', () => {
    for (let i = 0; i < 3; i += 1) {
      failed('daily', 'forbidden');
      failed('place', 'rejected');
      failed('hourly', 'forbidden');
    }

    expect(lines).toEqual([
      'warn AccuWeather rejects the request: forbidden (daily, status 4xx).',
      'warn AccuWeather rejects the request: rejected (place, status 4xx).',
      'warn AccuWeather rejects the request: forbidden (hourly, status 4xx).',
    ]);
  });

  it('logs nothing for failed, retried and rejected single calls', () => {
    failed('daily', 'failing');
    failed('daily', 'unknown-place');
    log.write({ name: 'retried', source: 'accwea', operation: 'daily' });
    log.write({ name: 'overloaded', source: 'accwea', operation: 'daily' });

    expect(lines).toEqual([]);
  });
});
