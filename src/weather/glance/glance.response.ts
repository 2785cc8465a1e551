import { OMITTED_FROM_EXAMPLE } from '@app/openapi/with-examples.js';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { AIR_QUALITY_NUMBERS } from '../datasets/daily/air/air-quality.js';
import { MOON_PHASE_NUMBERS } from '../datasets/daily/moon/moon.js';
import type { UnitView } from '../view.js';
import { epochSeconds } from './face-value.js';
import { GlanceContents, type GlanceBlocks, type GlanceContent } from './glance-content.js';
import { contextOf, readingsOf, type GlanceContext } from './glance-context.js';
import { GlanceDays } from './glance-days.js';
import { fitted } from './glance-fit.js';
import { GlanceHours } from './glance-hours.js';
import { Key, OptionalKey } from './glance-key.decorator.js';
import { GLANCE_KEYS } from './glance-keys.js';
import { GlanceNow } from './glance-now.js';
import type { GlanceParts } from './glance-parts.js';
import type { GlanceRain } from './glance-rain.js';
import { sunOf } from './glance-sun.js';
import { offsetChange } from './offset-change.js';

/** The buffer that a watch reserves for a glance. */
export const GLANCE_MAX_BYTES = 400;

const SCHEMA_VERSION = 1;
const BLOCKS = ['n', 'h', 'd'] as const;
const CONTENTS = new GlanceContents<Content>();

type Age = Pick<GlanceResponse, 't' | 'e'>;
type Content = Omit<GlanceResponse, keyof Age>;

/** The two parts of a body, the tag of the content in JSON, and the body as JSON. */
interface GlanceRendering extends GlanceContent<Content> {
  readonly age: Age;
}

/** Body of `GET /v1/glance`: a whole watch face in at most 400 bytes of JSON (docs/glance.md). */
export class GlanceResponse {
  @Key('v', 1)
  readonly v!: number;

  @Key('u', 'm', {
    type: 'string',
    enum: ['m', 'i'],
    enumName: 'GlanceUnits',
  })
  readonly u!: string;

  @Key('a', 'AccuWeather', { type: String })
  readonly a!: string;

  @Key('o', 60)
  readonly o!: number | null;

  @OptionalKey('z', [1774746000, 120], {
    items: { type: 'integer' },
    minItems: 2,
    maxItems: 2,
    ...OMITTED_FROM_EXAMPLE,
  })
  readonly z?: readonly number[];

  @Key('su', [525, 1020], {
    type: 'array',
    items: { type: 'integer', nullable: true },
    minItems: 1,
    maxItems: 2,
  })
  readonly su!: readonly (number | null)[] | null;

  @ApiPropertyOptional({ type: GlanceNow, description: GLANCE_KEYS.n.meaning })
  readonly n?: GlanceNow;

  @ApiPropertyOptional({ type: GlanceHours, description: GLANCE_KEYS.h.meaning })
  readonly h?: GlanceHours;

  @ApiPropertyOptional({ type: GlanceDays, description: GLANCE_KEYS.d.meaning })
  readonly d?: GlanceDays;

  @OptionalKey('m', [0, 732], {
    items: { type: 'integer', minimum: 0, maximum: 1439, nullable: true },
    minItems: 1,
    maxItems: 2,
  })
  readonly m?: GlanceRain;

  @Key('al', 0)
  readonly al!: number | null;

  @Key('s', 0)
  readonly s!: number;

  @OptionalKey('x', ['h', 'd'], {
    isArray: true,
    items: { type: 'string' },
    enum: BLOCKS,
    enumName: 'GlanceBlock',
    ...OMITTED_FROM_EXAMPLE,
  })
  readonly x?: readonly string[];

  @Key('q', 2, { required: false })
  readonly q?: number;

  @Key('mo', 4, { required: false })
  readonly mo?: number;

  @ApiPropertyOptional({ description: GLANCE_KEYS.pl.meaning, example: 'Paris 08' })
  readonly pl?: string;

  @Key('t', 1767225600)
  readonly t!: number | null;

  @Key('e', 1767226200)
  readonly e!: number | null;

  static of(parts: GlanceParts, view: UnitView): GlanceRendering {
    const age = ageOf(parts);
    const context = contextOf(parts, view);
    const blocks = blocksOf(parts, context, view);
    const ageJson = JSON.stringify(age);
    const ageBytes = ageJson.length;
    const { content, json, tag } = CONTENTS.of(blocks, dependenciesOf(context, ageBytes), () =>
      contentOf(parts, { context, blocks, nowMs: view.nowMs }, GLANCE_MAX_BYTES - ageBytes),
    );
    return { age, content, tag, json: `${json.slice(0, -1)},${ageJson.slice(1)}` };
  }
}

function ageOf(parts: GlanceParts): Age {
  const known = readingsOf(parts).filter(({ entry }) => entry.value !== null);
  return {
    t: epochSeconds(parts.conditions?.entry.value.observedAtMs ?? null),
    // An unknown value cannot become wrong.
    e: epochSeconds(Math.min(...known.map(({ entry }) => entry.freshUntilMs))),
  };
}

/** What the content depends on besides the blocks. */
function dependenciesOf(context: GlanceContext, ageBytes: number): string {
  const { units, attribution, alerts, rain, staleParts, name, today } = context;
  const { offsetMinutes, nextOffsetMinutes } = context;
  const m = JSON.stringify(rain);
  return `${units} ${m} ${alerts} ${staleParts} ${today} ${offsetMinutes} ${nextOffsetMinutes} ${ageBytes} ${attribution} ${name}`;
}

function blocksOf(
  { conditions, hourly, daily }: GlanceParts,
  { zone }: GlanceContext,
  view: UnitView,
): GlanceBlocks {
  return {
    n:
      conditions &&
      GlanceNow.of(conditions.entry.value, conditions.location.place.position, view.units),
    h: hourly && GlanceHours.of(hourly.entry.value, hourly.location.place.position, view),
    d: daily && GlanceDays.of(daily.entry.value, zone, view),
  };
}

interface Ingredients {
  readonly context: GlanceContext;
  readonly blocks: GlanceBlocks;
  readonly nowMs: number;
}

/** @param maxBytes of the content */
function contentOf(
  { daily, ...others }: GlanceParts,
  { context, blocks: { n, h, d }, nowMs }: Ingredients,
  maxBytes: number,
): Content {
  const missing = BLOCKS.filter((key) => ({ n, h, d })[key] === undefined);
  const { zone, today: date } = context;
  const [first] = readingsOf({ daily, ...others });
  const position = first?.location.place.position ?? null;
  const reported = daily?.entry.value.days.find((day) => day.date === date);
  const z = offsetChange(context, nowMs);
  const weather = {
    v: SCHEMA_VERSION,
    u: context.units,
    a: context.attribution,
    o: context.offsetMinutes,
    ...(z && { z }),
    su: sunOf({ date, zone, position, reported }),
    ...(n && { n }),
    ...(h && { h }),
    ...(d && { d }),
    ...(context.rain && { m: context.rain }),
    al: context.alerts,
    s: context.staleParts,
    ...(missing.length > 0 && { x: missing }),
  };
  const ifItFits = {
    q: numberIn(AIR_QUALITY_NUMBERS, reported?.airQualityCategory),
    mo: numberIn(MOON_PHASE_NUMBERS, reported?.moonPhase),
    name: context.name,
  };
  return fitted(weather, ifItFits, maxBytes);
}

function numberIn<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
  name: Name | null | undefined,
): number | null {
  return name ? numbers[name] : null;
}
