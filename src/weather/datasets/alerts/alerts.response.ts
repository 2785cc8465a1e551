import { ApiProperty } from '@nestjs/swagger';
import { ALERT_STATUSES, alertStatus, upcomingAlerts, type AlertStatus } from './alert-status.js';
import type { Alerts } from './alerts.js';
import type { View } from '../../view.js';
import type { Reading } from '../../reading.js';
import { AlertResponse } from './alert.response.js';
import { ApiInstant } from '../../dto/documented.decorators.js';
import { utc } from '../../dto/instants.js';
import { rendering, type Rendering } from '../../dto/rendering.js';
import { ageOf, contextOf, WeatherResponse } from '../../dto/weather.response.js';
import { zoneOf } from '../../dto/zone-of.js';

/** Body of `GET /v1/alerts`. */
export class AlertsResponse extends WeatherResponse {
  @ApiInstant(
    'When the provider was asked for it; null when it did not answer.',
    '2026-01-01T00:00:00Z',
  )
  readonly issuedAt!: string | null;

  @ApiProperty({
    enum: ALERT_STATUSES,
    description:
      '`active`: in force or announced. `none`: there are none. `unknown`: nobody issues alerts for this place, or they cannot be had; never show it as "no danger".',
    example: 'active',
  })
  readonly status!: AlertStatus;

  @ApiProperty({
    type: [AlertResponse],
    description: 'The gravest first; those that ended are left out.',
  })
  readonly alerts!: AlertResponse[];

  /** @param reading with a value of null when no alerts could be had */
  static of(reading: Reading<Alerts | null>, view: View): Rendering<AlertsResponse> {
    const { value, place, loadedAtMs } = reading;
    const zone = zoneOf(reading);
    return rendering(
      { issuedAt: value && utc(loadedAtMs), ...ageOf(reading) },
      contextOf(reading, view),
      {
        status: alertStatus(value, place, view.nowMs),
        alerts: upcomingAlerts(value, view.nowMs).map((alert) => AlertResponse.of(alert, zone)),
      },
    );
  }
}
