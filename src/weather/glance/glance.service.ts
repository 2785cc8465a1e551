import { Injectable } from '@nestjs/common';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import { CodedError } from '@app/problem/coded.error.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import { mayRainSoon } from '../datasets/minutely/may-rain-soon.js';
import type { MinutelyForecast } from '../datasets/minutely/minutely-forecast.js';
import { DATASETS } from '../datasets/registry.js';
import type { Reading } from '../reading.js';
import { WeatherService, type Question } from '../weather.service.js';
import { combineReadings } from './combine-readings.js';
import type { GlanceParts } from './glance-parts.js';

/** The available parts of a glance, and their combined age: fresh until the first part expires. */
export interface Glance {
  readonly parts: GlanceParts;
  readonly reading: Reading<unknown>;
}

/** As long as alerts are fresh: unknown alerts do not make a watch ask more often. */
const UNKNOWN_FOR_MS = DATASETS.alerts.freshness.freshAtLeastMs;

/** Collects the data of a watch face. A dataset that fails is omitted. */
@Injectable()
export class GlanceService {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  /** @throws the error of `Question.read` when neither conditions nor a forecast are available */
  async at(position: Position, subject: string): Promise<Glance> {
    const question = this.weather.ask(position, subject);
    const [now, hours] = [question.read('conditions'), question.read('hourly')];
    const [conditions, hourly, daily, alerts, minutely] = await Promise.allSettled([
      now,
      hours,
      question.read('daily'),
      question.read('alerts'),
      this.minutelyIfLikely(question, hours),
    ]);
    const parts = {
      conditions: valueOf(conditions),
      hourly: valueOf(hourly),
      daily: valueOf(daily),
      alerts: valueOf(alerts),
      minutely: valueOf(minutely),
    };
    const weather = [parts.conditions, parts.hourly, parts.daily].filter((part) => part);
    if (weather.length === 0 && conditions.status === 'rejected') throw conditions.reason;
    return { parts, reading: combinedOf(parts) };
  }

  /**
   * The rain of the next hour has a call of its own, every five minutes: only where the hours make it likely.
   * @returns undefined where they do not
   */
  private async minutelyIfLikely(
    question: Question,
    hours: Promise<Reading<HourlyForecast>>,
  ): Promise<Reading<MinutelyForecast | null> | undefined> {
    const { entry } = await hours;
    return mayRainSoon(entry.value, this.clock.nowMs()) ? question.read('minutely') : undefined;
  }
}

/** @throws an error that is a bug rather than a problem for the watch */
function valueOf<T>(settled: PromiseSettledResult<T>): T | undefined {
  if (settled.status === 'fulfilled') return settled.value;
  if (settled.reason instanceof CodedError) return undefined;
  throw settled.reason;
}

function combinedOf({ minutely, ...others }: GlanceParts): Reading<unknown> {
  const readings = [...Object.values(others), minutely && withoutEnd(minutely)];
  return combineReadings(readings.filter((part) => part !== undefined).map(withUnknownExtended));
}

/** The rest of the glance stays useful: a watch knows from the clock that the hour has passed. */
function withoutEnd<T>({ entry, ...reading }: Reading<T>): Reading<T> {
  return { ...reading, entry: { ...entry, deadAtMs: Infinity } };
}

/** An unknown value cannot become wrong, so it does not limit the age of the other parts. */
function withUnknownExtended(reading: Reading<unknown>): Reading<unknown> {
  const { entry } = reading;
  if (entry.value !== null) return reading;
  const untilMs = Math.max(entry.freshUntilMs, entry.loadedAtMs + UNKNOWN_FOR_MS);
  const extended = { ...entry, freshUntilMs: untilMs, staleUntilMs: untilMs, deadAtMs: Infinity };
  return { ...reading, entry: extended };
}
