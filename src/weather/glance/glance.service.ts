import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import { CodedError } from '@app/problem/coded.error.js';
import { DATASETS } from '../datasets/registry.js';
import type { Reading } from '../reading.js';
import { WeatherService } from '../weather.service.js';
import type { GlanceParts } from './glance.response.js';

/** The available parts of a glance, and their combined age: fresh until the first part expires. */
export interface Glance {
  readonly parts: GlanceParts;
  readonly reading: Reading<unknown>;
}

const FRESHNESSES = ['fresh', 'stale', 'expired'] as const;
const OUTCOMES = ['hit', 'waited', 'miss'] as const;
/** As long as alerts are fresh: unknown alerts do not make a watch ask more often. */
const UNKNOWN_FOR_MS = DATASETS.alerts.freshness.freshAtLeastMs;

/** Collects the data of a watch face. A dataset that fails is omitted. */
@Injectable()
export class GlanceService {
  constructor(private readonly weather: WeatherService) {}

  /** @throws the error of `WeatherService.read` when neither conditions nor a forecast are available */
  async at(position: Position, subject: string): Promise<Glance> {
    const [conditions, hourly, daily, alerts] = await Promise.allSettled([
      this.weather.read('conditions', position, subject),
      this.weather.read('hourly', position, subject),
      this.weather.read('daily', position, subject),
      this.weather.read('alerts', position, subject),
    ]);
    const parts = {
      conditions: valueOf(conditions),
      hourly: valueOf(hourly),
      daily: valueOf(daily),
      alerts: valueOf(alerts),
    };
    const weather = [parts.conditions, parts.hourly, parts.daily].filter((part) => part);
    if (weather.length === 0 && conditions.status === 'rejected') throw conditions.reason;
    return { parts, reading: combine(Object.values(parts).filter((part) => part !== undefined)) };
  }
}

/** @throws an error that is a bug rather than a problem for the watch */
function valueOf<T>(settled: PromiseSettledResult<T>): T | undefined {
  if (settled.status === 'fulfilled') return settled.value;
  if (settled.reason instanceof CodedError) return undefined;
  throw settled.reason;
}

/** An unknown value cannot become wrong, so it does not limit the age of the other parts. */
function withUnknownExtended(reading: Reading<unknown>): Reading<unknown> {
  const { entry } = reading;
  if (entry.value !== null) return reading;
  const untilMs = Math.max(entry.freshUntilMs, entry.loadedAtMs + UNKNOWN_FOR_MS);
  const extended = { ...entry, freshUntilMs: untilMs, staleUntilMs: untilMs, deadAtMs: Infinity };
  return { ...reading, entry: extended };
}

function combine(parts: readonly Reading<unknown>[]): Reading<unknown> {
  const readings = parts.map(withUnknownExtended);
  const [first] = readings.toSorted((a, b) => a.entry.freshUntilMs - b.entry.freshUntilMs);
  if (!first) throw new Error('a glance needs at least one part');
  const worst = <T>(order: readonly T[], of: (reading: Reading<unknown>) => T): T | undefined =>
    order.findLast((one) => readings.some((reading) => of(reading) === one));
  const deadAtMs = Math.min(...readings.map(({ entry }) => entry.deadAtMs));
  return {
    entry: { ...first.entry, deadAtMs },
    freshness: worst(FRESHNESSES, ({ freshness }) => freshness) ?? first.freshness,
    outcome: worst(OUTCOMES, ({ outcome }) => outcome) ?? first.outcome,
    placeOutcome: worst(OUTCOMES, ({ placeOutcome }) => placeOutcome) ?? first.placeOutcome,
    location: first.location,
  };
}
