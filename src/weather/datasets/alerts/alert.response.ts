import { ApiProperty } from '@nestjs/swagger';
import type { TimeZone } from '@app/local-time/time-zone.js';
import { ALERT_SEVERITIES, type Alert, type AlertSeverity } from './alerts.js';
import { ApiInstant } from '../../dto/documented.decorators.js';
import { localOrNull } from '../../dto/instants.js';

/** One alert of `GET /v1/alerts`, in the words of the authority. */
export class AlertResponse {
  @ApiProperty({
    description: 'Stays the same while the alert is extended or reworded.',
    example: '42',
  })
  readonly id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Vigilance orange vent violent' })
  readonly title!: string | null;

  @ApiProperty({ enum: ALERT_SEVERITIES, enumName: 'AlertSeverity', example: 'severe' })
  readonly severity!: AlertSeverity;

  @ApiProperty({
    type: String,
    nullable: true,
    description: "Kind of hazard, in the provider's words.",
    example: 'WIND',
  })
  readonly category!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The issuing authority.',
    example: 'Météo-France',
  })
  readonly source!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Paris' })
  readonly area!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Rafales de 100 km/h attendues.' })
  readonly text!: string | null;

  @ApiInstant(
    'With the UTC offset of the place; null when open-ended.',
    '2026-01-01T12:00:00+01:00',
  )
  readonly startsAt!: string | null;

  @ApiInstant(
    'With the UTC offset of the place; null when open-ended.',
    '2026-01-01T23:00:00+01:00',
  )
  readonly endsAt!: string | null;

  static of(alert: Alert, zone: TimeZone): AlertResponse {
    const { id, title, severity, category, source, area, text } = alert;
    return {
      id,
      title,
      severity,
      category,
      source,
      area,
      text,
      startsAt: localOrNull(alert.startsAtMs, zone),
      endsAt: localOrNull(alert.endsAtMs, zone),
    };
  }
}
