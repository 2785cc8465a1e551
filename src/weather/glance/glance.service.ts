import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import { CodedError } from '@app/problem/coded.error.js';
import type { Age, Reading, Location } from '../reading.js';
import { WeatherService } from '../weather.service.js';
import type { GlanceParts } from './glance.response.js';

/** What could be had for a glance, and its age: that of its part which asks for a refresh first. */
export interface Glance {
  readonly parts: GlanceParts;
  readonly of: Age & Pick<Location, 'centre' | 'place'>;
}

const FRESHNESSES = ['fresh', 'stale', 'expired'] as const;
const OUTCOMES = ['hit', 'waited', 'miss'] as const;
/** As long as alerts are fresh: that nobody can tell of them is no reason to ask more often. */
const UNKNOWN_FOR_MS = 300_000;

/** Gathers a watch face. Each dataset fails alone, and is then left out. */
@Injectable()
export class GlanceService {
  constructor(private readonly weather: WeatherService) {}

  /** @throws what `WeatherService.read` throws, when there is neither now nor a forecast */
  async at(position: Position, subject: string): Promise<Glance> {
    const [conditions, hourly, daily, alerts] = await Promise.allSettled([
      this.weather.read('conditions', position, subject),
      this.weather.read('hourly', position, subject),
      this.weather.read('daily', position, subject),
      this.weather.readAlerts(position, subject),
    ]);
    const parts = {
      conditions: valueOf(conditions),
      hourly: valueOf(hourly),
      daily: valueOf(daily),
      alerts: valueOf(alerts),
    };
    const weather = [parts.conditions, parts.hourly, parts.daily].filter((part) => part);
    if (weather.length === 0 && conditions.status === 'rejected') throw conditions.reason;
    return { parts, of: together(Object.values(parts).filter((part) => part !== undefined)) };
  }
}

/** @throws an error that is no answer to a watch, but a bug */
function valueOf<T>(settled: PromiseSettledResult<T>): T | undefined {
  if (settled.status === 'fulfilled') return settled.value;
  if (settled.reason instanceof CodedError) return undefined;
  throw settled.reason;
}

/** An unknown does not become wrong, so the rest of the face may outlive it. */
function lasting(reading: Reading<unknown>): Reading<unknown> {
  if (reading.value !== null) return reading;
  const untilMs = Math.max(reading.freshUntilMs, reading.loadedAtMs + UNKNOWN_FOR_MS);
  return { ...reading, freshUntilMs: untilMs, staleUntilMs: untilMs, deadAtMs: Infinity };
}

function together(parts: readonly Reading<unknown>[]): Glance['of'] {
  const readings = parts.map(lasting);
  const [first] = readings.toSorted((a, b) => a.freshUntilMs - b.freshUntilMs);
  if (!first) throw new Error('a glance of nothing');
  const worst = <T>(order: readonly T[], of: (reading: Reading<unknown>) => T): T | undefined =>
    order.findLast((one) => readings.some((reading) => of(reading) === one));
  return {
    ...first,
    freshness: worst(FRESHNESSES, ({ freshness }) => freshness) ?? first.freshness,
    outcome: worst(OUTCOMES, ({ outcome }) => outcome) ?? first.outcome,
    deadAtMs: Math.min(...readings.map(({ deadAtMs }) => deadAtMs)),
  };
}
