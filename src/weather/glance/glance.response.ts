import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { alertStatus } from '../datasets/alerts/alert-status.js';
import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import { zoneOf } from '../dto/zone-of.js';
import type { View } from '../view.js';
import type { Reading } from '../reading.js';
import { epochSeconds } from './face-value.js';
import { fitName } from './fit-name.js';
import { GlanceContents, type GlanceBlocks, type GlanceContent } from './glance-content.js';
import { GlanceDays } from './glance-days.js';
import { GlanceHours } from './glance-hours.js';
import { GlanceNow } from './glance-now.js';

/** The buffer that a watch reserves for a glance. */
export const GLANCE_MAX_BYTES = 400;

const SCHEMA_VERSION = 1;
const NAME_KEY_BYTES = ',"p":""'.length;
const BLOCKS = ['n', 'h', 'd'] as const;
const CONTENTS = new GlanceContents<Content>();
const FLAGS = { active: 1, none: 0, unknown: null } as const;

/** The available parts of a glance; at least one is present. */
export interface GlanceParts {
  readonly conditions?: Reading<Conditions> | undefined;
  readonly hourly?: Reading<HourlyForecast> | undefined;
  readonly daily?: Reading<DailyForecast> | undefined;
  readonly alerts?: Reading<Alerts | null> | undefined;
}

type Age = Pick<GlanceResponse, 't' | 'e' | 's'>;
type Content = Omit<GlanceResponse, keyof Age>;

/** The two parts of a body, the tag of the content in JSON, and the body as JSON. */
interface GlanceRendering extends GlanceContent<Content> {
  readonly age: Age;
}

/** Body of `GET /v1/glance`: a whole watch face in at most 400 bytes of JSON (docs/glance.md). */
export class GlanceResponse {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'When the weather was observed, seconds since the epoch.',
    example: 1767225600,
  })
  readonly t!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'When the first part expires, seconds since the epoch.',
    example: 1767226200,
  })
  readonly e!: number | null;

  @ApiProperty({
    type: 'integer',
    enum: [0, 1],
    description: '1 when a part has expired.',
    example: 0,
  })
  readonly s!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Version of this schema. Keys may be added within a version.',
    example: 1,
  })
  readonly v!: number;

  @ApiProperty({ enum: ['m', 'i'], description: 'Units: metric or imperial.', example: 'm' })
  readonly u!: string;

  @ApiProperty({ description: 'Attribution of the data; show it.', example: 'AccuWeather' })
  readonly a!: string;

  @ApiPropertyOptional({ type: GlanceNow, description: 'Now.' })
  readonly n?: GlanceNow;

  @ApiPropertyOptional({ type: GlanceHours, description: 'Up to six hours.' })
  readonly h?: GlanceHours;

  @ApiPropertyOptional({ type: GlanceDays, description: 'Up to three local days.' })
  readonly d?: GlanceDays;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    enum: [0, 1, null],
    description: 'Official alerts: 1 in force or announced, 0 none, null unknown.',
    example: 0,
  })
  readonly w!: number | null;

  @ApiPropertyOptional({
    type: [String],
    description:
      'The blocks that are temporarily unavailable: `n`, `h`, `d`. Absent when all are present.',
    example: ['h', 'd'],
  })
  readonly x?: string[];

  @ApiPropertyOptional({
    description: 'Name of the place, truncated to the remaining bytes.',
    example: 'Paris 08',
  })
  readonly p?: string;

  static of(parts: GlanceParts, view: View): GlanceRendering {
    const age = ageOf(parts);
    const blocks = blocksOf(parts, view);
    const context = contextOf(parts, view);
    const name = readingsOf(parts)[0]?.location.place.name ?? null;
    const ageJson = JSON.stringify(age);
    const ageBytes = ageJson.length;
    const rest = `${context.u} ${context.w} ${ageBytes} ${context.a} ${name}`;
    const { content, json, tag } = CONTENTS.of(blocks, rest, () =>
      contentOf(context, blocks, name, GLANCE_MAX_BYTES - ageBytes),
    );
    return { age, content, tag, json: `${ageJson.slice(0, -1)},${json.slice(1)}` };
  }
}

function readingsOf({ conditions, hourly, daily, alerts }: GlanceParts): Reading<unknown>[] {
  return [conditions, hourly, daily, alerts].filter((part) => part !== undefined);
}

function ageOf(parts: GlanceParts): Age {
  const readings = readingsOf(parts);
  return {
    t: epochSeconds(parts.conditions?.entry.value.observedAtMs ?? null),
    e: epochSeconds(Math.min(...readings.map(({ entry }) => entry.freshUntilMs))),
    s: Number(readings.some(({ freshness }) => freshness !== 'fresh')),
  };
}

/** What a glance shows besides its blocks and its age. */
function contextOf(parts: GlanceParts, view: View): Pick<Content, 'u' | 'a' | 'w'> {
  const { alerts } = parts;
  return {
    u: view.units === 'metric' ? 'm' : 'i',
    a: attributionOf(readingsOf(parts)),
    w: alerts ? FLAGS[alertStatus(alerts.entry.value, alerts.location.place, view.nowMs)] : null,
  };
}

function blocksOf({ conditions, hourly, daily }: GlanceParts, view: View): GlanceBlocks {
  return {
    n: conditions && GlanceNow.of(conditions.entry.value, view.units),
    h: hourly && GlanceHours.of(hourly.entry.value, view),
    d: daily && daysOf(daily, view),
  };
}

/** @param maxBytes of the content; the name gets what the rest leaves */
function contentOf(
  { u, a, w }: Pick<Content, 'u' | 'a' | 'w'>,
  { n, h, d }: GlanceBlocks,
  name: string | null,
  maxBytes: number,
): Content {
  const missing = BLOCKS.filter((key) => ({ n, h, d })[key] === undefined);
  const weather = {
    v: SCHEMA_VERSION,
    u,
    a,
    ...(n && { n }),
    ...(h && { h }),
    ...(d && { d }),
    w,
    ...(missing.length > 0 && { x: missing }),
  };
  // In one object with the age, a comma takes the place of two braces.
  const room = maxBytes - Buffer.byteLength(JSON.stringify(weather)) + 1 - NAME_KEY_BYTES;
  const p = fitName(name, room);
  return p === undefined ? weather : { ...weather, p };
}

function daysOf(
  { entry: { value }, location }: Reading<DailyForecast>,
  view: View,
): GlanceDays | undefined {
  return GlanceDays.of(value, zoneOf(location, value.timeZone), view);
}

function attributionOf(readings: readonly Reading<unknown>[]): string {
  return [...new Set(readings.map(({ location }) => location.provider.shortName))].join(', ');
}
