import type { TimeZone } from '@app/local-time/time-zone.js';
import { alertStatus } from '../datasets/alerts/alert-status.js';
import { DAY_MS } from '../durations.js';
import { providedZoneOf, zoneOf } from '../dto/zone-of.js';
import type { Reading } from '../reading.js';
import type { UnitView } from '../view.js';
import type { GlanceParts } from './glance-parts.js';
import { rainOf, type GlanceRain } from './glance-rain.js';

const FLAGS = { active: 1, none: 0, unknown: null } as const;
const STALE_BITS = { conditions: 1, hourly: 2, daily: 4, alerts: 8, minutely: 16 } as const;
const PARTS = ['conditions', 'hourly', 'daily', 'alerts', 'minutely'] as const;

/** What a glance shows besides its blocks, and what that depends on: each member is cheap to compute. */
export interface GlanceContext {
  readonly units: 'm' | 'i';
  readonly attribution: string;
  readonly alerts: 0 | 1 | null;
  /** Undefined when unknown. */
  readonly rain: GlanceRain | undefined;
  readonly staleParts: number;
  /** The name of the place. */
  readonly name: string | null;
  /** Of the place; by longitude when no provider gives one. */
  readonly zone: TimeZone;
  /** The local day. */
  readonly today: string;
  /** Null when no provider gives a time zone. */
  readonly offsetMinutes: number | null;
  /** The same in 24 hours. */
  readonly nextOffsetMinutes: number | null;
}

/** The readings that are present. */
export function readingsOf(parts: GlanceParts): Reading<unknown>[] {
  const { conditions, hourly, daily, alerts, minutely } = parts;
  return [conditions, hourly, daily, alerts, minutely].filter((part) => part !== undefined);
}

export function contextOf(parts: GlanceParts, { units, nowMs }: UnitView): GlanceContext {
  const { alerts, minutely } = parts;
  const readings = readingsOf(parts);
  const [first] = readings;
  if (!first) throw new Error('a glance needs at least one part');
  const provided = providedZone(parts, readings);
  const zone = provided ?? zoneOf(first.location);
  return {
    units: units === 'metric' ? 'm' : 'i',
    attribution: attributionOf(readings),
    alerts: alerts ? FLAGS[alertStatus(alerts.entry.value, alerts.location.place, nowMs)] : null,
    rain: rainOf(minutely?.entry.value ?? null, nowMs),
    staleParts: stalePartsOf(parts),
    name: first.location.place.name,
    zone,
    today: zone.dateAt(nowMs),
    offsetMinutes: provided ? zone.minutesAt(nowMs) : null,
    nextOffsetMinutes: provided ? zone.minutesAt(nowMs + DAY_MS) : null,
  };
}

/** The first time zone that a provider gives: with a place, or with the days. */
function providedZone({ daily }: GlanceParts, readings: Reading<unknown>[]): TimeZone | null {
  for (const { location } of readings) {
    const zone = providedZoneOf(location);
    if (zone) return zone;
  }
  return daily ? providedZoneOf(daily.location, daily.entry.value.timeZone) : null;
}

function stalePartsOf(parts: GlanceParts): number {
  let sum = 0;
  for (const part of PARTS) {
    if ((parts[part]?.freshness ?? 'fresh') !== 'fresh') sum += STALE_BITS[part];
  }
  return sum;
}

function attributionOf(readings: readonly Reading<unknown>[]): string {
  return [...new Set(readings.map(({ location }) => location.provider.shortName))].join(', ');
}
