import { ApiProperty } from '@nestjs/swagger';
import { ApiInstant, ApiNullableEnum } from '../../dto/documented.decorators.js';
import { localOrNull, utc } from '../../dto/instants.js';
import { rendering, type Rendering } from '../../dto/rendering.js';
import { ageOf, contextOf, WeatherResponse } from '../../dto/weather.response.js';
import { zoneOf } from '../../dto/zone-of.js';
import { outlookText } from '../../i18n/outlook/outlook-text.js';
import type { Reading } from '../../reading.js';
import { orNull } from '../../units/units.js';
import type { View } from '../../view.js';
import {
  PRECIPITATION_TYPES,
  type MinutelyForecast,
  type PrecipitationType,
} from './minutely-forecast.js';
import {
  minutesUntil,
  outlookAt,
  OUTLOOK_STATUSES,
  type OutlookStatus,
} from './precipitation-outlook.js';
import { PrecipitationSlotResponse } from './precipitation-slot.response.js';
import { slotsAt } from './precipitation-slots.js';

/** Body of `GET /v1/forecast/minutely`, for the time of the response. */
export class MinutelyForecastResponse extends WeatherResponse {
  @ApiInstant(
    'When it was requested from the provider; null when it did not respond, or does not cover the position.',
    '2026-01-01T00:00:00Z',
  )
  readonly issuedAt!: string | null;

  @ApiProperty({
    enum: OUTLOOK_STATUSES,
    enumName: 'OutlookStatus',
    description:
      '`falling`: precipitation now. `expected`: it starts within the hour. `none`: the whole hour is dry. `unknown`: the provider does not cover the position, or is temporarily unavailable; never show it as dry.',
    example: 'expected',
  })
  readonly status!: OutlookStatus;

  @ApiNullableEnum(
    'PrecipitationType',
    PRECIPITATION_TYPES,
    'What falls, or falls first; `precipitation` when the provider does not say what. null with `none` and `unknown`.',
    'rain',
  )
  readonly type!: PrecipitationType | null;

  @ApiInstant('When it starts; null unless `expected`.', '2026-01-01T01:12:00+01:00')
  readonly startsAt!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: 60,
    description: 'The same in minutes from the minute of the response.',
    example: 12,
  })
  readonly startsInMinutes!: number | null;

  @ApiInstant(
    'When it stops for the first time; null when that is after the hour, or not known.',
    '2026-01-01T01:32:00+01:00',
  )
  readonly stopsAt!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    maximum: 60,
    description: 'The same in minutes from the minute of the response.',
    example: 32,
  })
  readonly stopsInMinutes!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The same as a sentence in the requested language; null with `unknown`.',
    example: 'Rain starts in 12 minutes and stops after 20 minutes',
  })
  readonly text!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'The shortest time that the provider distinguishes, in minutes: starts and stops are as exact. 15 with Open-Meteo, which in most of the world interpolates hours.',
    example: 1,
  })
  readonly resolutionMinutes!: number | null;

  @ApiProperty({
    type: [PrecipitationSlotResponse],
    description:
      'The next hour in steps of five minutes, from the minute of the response on; fewer than 12 where the forecast ends earlier, none when it is unknown.',
  })
  readonly intervals!: PrecipitationSlotResponse[];

  /** @param reading its value is null where the forecast is unknown */
  static of(
    { entry, freshness, location }: Reading<MinutelyForecast | null>,
    view: View,
  ): Rendering<MinutelyForecastResponse> {
    const { value, loadedAtMs } = entry;
    const { nowMs, language } = view;
    const zone = zoneOf(location);
    const outlook = outlookAt(value, nowMs);
    const { status, type, startsAtMs, stopsAtMs } = outlook;
    const minutesTo = (atMs: number): number => minutesUntil(atMs, nowMs);
    return rendering(
      { issuedAt: value && utc(loadedAtMs), ...ageOf(entry, freshness) },
      contextOf(location, view),
      {
        status,
        type,
        startsAt: localOrNull(startsAtMs, zone),
        startsInMinutes: orNull(startsAtMs, minutesTo),
        stopsAt: localOrNull(stopsAtMs, zone),
        stopsInMinutes: orNull(stopsAtMs, minutesTo),
        text: outlookText(outlook, nowMs, language),
        resolutionMinutes: value && value.resolutionMinutes,
        intervals: slotsAt(value, nowMs).map((slot) =>
          PrecipitationSlotResponse.of(slot, zone, view),
        ),
      },
    );
  }
}
