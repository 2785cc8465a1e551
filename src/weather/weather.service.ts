import { Injectable } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { Clock } from '@app/clock/clock.js';
import { LoadError } from '@app/read-through/load.error.js';
import type { Answer } from '@app/read-through/read-through.js';
import { DeadlineExceededError } from '@app/read-through/within.js';
import type { Conditions } from './datasets/conditions.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';
import { WeatherCache } from './cache/weather-cache.js';

/** A watch's question may take this long, whatever it waits for. */
const ANSWER_WITHIN_MS = 3_000;

/** Answers what the weather is at a position. */
@Injectable()
export class WeatherService {
  constructor(
    private readonly grid: CellGrid,
    private readonly cache: WeatherCache,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NoWeatherHereError where no provider has a place
   * @throws WeatherUnavailableError when the provider fails and no copy is left
   */
  async conditionsAt(position: Position): Promise<Answer<Conditions>> {
    const deadlineMs = this.clock.nowMs() + ANSWER_WITHIN_MS;
    try {
      const cell = this.grid.cellAt(position);
      const { entry } = await this.cache.placeOf(cell, deadlineMs);
      if (!entry.value.place) throw new NoWeatherHereError();
      return await this.cache.conditionsOf(cell, entry.value.place, deadlineMs);
    } catch (error) {
      throw asWeatherError(error);
    }
  }
}

function asWeatherError(error: unknown): unknown {
  if (error instanceof LoadError) {
    return new WeatherUnavailableError(error.retryAfterMs, { cause: error });
  }
  if (error instanceof DeadlineExceededError) {
    return new WeatherUnavailableError(undefined, { cause: error });
  }
  return error;
}
