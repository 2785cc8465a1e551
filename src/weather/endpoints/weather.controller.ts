import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { DEPRECATION, DEPRECATION_LINKS } from '../../deprecations.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import { PositionQuery } from '../queries/position.query.js';
import { PrecipitationResponse } from '../datasets/conditions/precipitation.response.js';
import { UvIndexResponse } from '../datasets/conditions/uv-index.response.js';
import type { UnitSystem } from '../units/units.js';
import type { Attribution } from '../provider-identity.js';
import { PROVIDERS } from '../providers/providers.js';
import { WeatherService } from '../weather.service.js';
import { JSON_TYPE } from '../http/json-type.js';
import { MemoizedView } from '../http/memoized-view.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import {
  ATTRIBUTION_HEADER,
  DEPRECATION_HEADER,
  FRESHNESS_HEADERS,
  WeatherApi,
} from '../http/weather-api.decorator.js';

const HEADERS = { ...FRESHNESS_HEADERS, ...ATTRIBUTION_HEADER, ...DEPRECATION_HEADER };

/** By provider. */
const LINKS: ReadonlyMap<string, string> = new Map(
  PROVIDERS.map(({ descriptor: { name, attribution } }) => [name, linkTo(attribution)]),
);

const PRECIPITATION = new MemoizedView<Conditions, UnitSystem>((conditions, units) =>
  PrecipitationResponse.of(conditions, units),
);
const UV_INDEX = new MemoizedView<Conditions, UnitSystem>((conditions) =>
  UvIndexResponse.of(conditions),
);

/** The endpoints of the previous service. */
@WeatherApi()
@Controller()
export class WeatherController {
  constructor(
    private readonly weather: WeatherService,
    private readonly clock: Clock,
  ) {}

  @Get('prcpt')
  @Header('Content-Type', JSON_TYPE)
  @Header('Deprecation', DEPRECATION)
  @ApiOperation({
    deprecated: true,
    summary: 'Visibility now and precipitation of the past hour',
    description:
      'Compatible with the previous service: both in metres (metric), or in miles and inches (imperial).',
  })
  @ApiOkResponse({
    description: 'Exactly two numbers; null when unknown.',
    type: PrecipitationResponse,
    headers: HEADERS,
  })
  precipitation(@Query() query: PositionQuery, @CurrentWatch() watch: Watch) {
    return this.answer(query, watch, PRECIPITATION);
  }

  @Get('uvidx')
  @Header('Content-Type', JSON_TYPE)
  @Header('Deprecation', DEPRECATION)
  @ApiOperation({
    deprecated: true,
    summary: 'UV index now',
    description: 'Compatible with the previous service: a whole number, the same in all units.',
  })
  @ApiOkResponse({
    description: 'Exactly one number; null when unknown.',
    type: UvIndexResponse,
    headers: HEADERS,
  })
  uvIndex(@Query() query: PositionQuery, @CurrentWatch() watch: Watch) {
    return this.answer(query, watch, UV_INDEX);
  }

  /** These bodies cannot carry an attribution: a header does. */
  private async answer(
    query: PositionQuery,
    watch: Watch,
    view: MemoizedView<Conditions, UnitSystem>,
  ): Promise<string | undefined> {
    const reading = await this.weather.read('conditions', query.position, watch.subject);
    const { entry, location } = reading;
    const { json: body, tag } = view.of(entry.value, query.units);
    watch.header('link', LINKS.get(location.provider.name) ?? '');
    return watch.respond({
      body,
      tag,
      tagAtLoad: () => tag,
      reading,
      nowMs: this.clock.nowMs(),
      asOfMs: entry.value.observedAtMs,
      query: query.queryAt(location.centre),
    });
  }
}

function linkTo({ name, url }: Attribution): string {
  return `<${url}>; rel="via"; title="${name}", ${DEPRECATION_LINKS}`;
}
