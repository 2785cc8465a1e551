import { ApiProperty } from '@nestjs/swagger';
import { ALERT_STATUSES, alertStatus, upcomingAlerts, type AlertStatus } from './alert-status.js';
import type { Alerts } from './alerts.js';
import type { UnitView } from '../../view.js';
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
    'When the alerts were requested from the provider; null when it did not respond.',
    '2026-01-01T00:00:00Z',
  )
  readonly issuedAt!: string | null;

  @ApiProperty({
    enum: ALERT_STATUSES,
    enumName: 'AlertStatus',
    description:
      '`active`: in force or announced. `none`: there are none. `unknown`: no authority issues alerts for this place, or they are temporarily unavailable; never show it as "no danger".',
    example: 'active',
  })
  readonly status!: AlertStatus;

  @ApiProperty({
    type: [AlertResponse],
    description: 'Most severe first; alerts that have ended are omitted.',
  })
  readonly alerts!: AlertResponse[];

  /** @param reading its value is null while alerts are unavailable */
  static of(
    { entry, freshness, location }: Reading<Alerts | null>,
    view: UnitView,
  ): Rendering<AlertsResponse> {
    const { value, loadedAtMs } = entry;
    const zone = zoneOf(location);
    return rendering(
      { issuedAt: value && utc(loadedAtMs), ...ageOf(entry, freshness) },
      contextOf(location, view),
      {
        status: alertStatus(value, location.place, view.nowMs),
        alerts: upcomingAlerts(value, view.nowMs).map((alert) => AlertResponse.of(alert, zone)),
      },
    );
  }
}
