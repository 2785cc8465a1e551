import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { entityTag } from '@app/http-caching/entity-tag.js';
import { toCbor } from './cbor.js';
import { GlanceResponse } from './glance.response.js';
import { GlanceService } from './glance.service.js';
import { JSON_TYPE } from '../http/json-type.js';
import { GlancePlaceResponse } from './places/glance-place.response.js';
import { GlancePlacesService } from './places/glance-places.service.js';
import { GlanceQuery } from './places/glance.query.js';
import { respondPlaces } from './places/respond-places.js';
import { acceptsCbor, CBOR } from './accepts-cbor.js';
import { validatorsOf } from '../http/v1-response.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { FRESHNESS_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';

const ONE_OR_SEVERAL = {
  oneOf: [
    { $ref: getSchemaPath(GlanceResponse) },
    {
      title: 'GlancesOfPlaces',
      type: 'array',
      description: 'With `at`: one entry per place, in the order of the query.',
      items: { $ref: getSchemaPath(GlancePlaceResponse) },
    },
  ],
};

/** A whole watch face in one small response. */
@WeatherApi()
@ApiExtraModels(GlanceResponse, GlancePlaceResponse)
@Controller('v1')
export class GlanceController {
  constructor(
    private readonly glances: GlanceService,
    private readonly several: GlancePlacesService,
    private readonly clock: Clock,
  ) {}

  @Get('glance')
  @ApiOperation({
    summary: 'A whole watch face in at most 400 bytes',
    description:
      'Now, six hours from the running one (where it is known, else from the next) and three days, sun, UTC offset, and whether there are alerts, under short keys (docs/glance.md). With `Accept: application/cbor` the same in CBOR (RFC 8949), about half as long. With `at`, repeated up to 8 times, an array with a glance or a problem for each place.',
  })
  @ApiOkResponse({
    description:
      'What is available; a block that is temporarily unavailable is omitted and named in `x`.',
    headers: FRESHNESS_HEADERS,
    content: {
      'application/json': { schema: ONE_OR_SEVERAL },
      // The same values. As bytes (`format: binary`) generated clients would read the JSON as bytes, too.
      [CBOR]: { schema: ONE_OR_SEVERAL },
    },
  })
  glance(@Query() query: GlanceQuery, @CurrentWatch() watch: Watch) {
    const { places } = query;
    return places ? this.glancesAt(places, query, watch) : this.glanceAt(query, watch);
  }

  private async glancesAt(
    asked: NonNullable<GlanceQuery['places']>,
    query: GlanceQuery,
    watch: Watch,
  ) {
    const places = await this.several.at(asked, watch.subject);
    const asCbor = acceptsCbor(watch.accept);
    watch.header('content-type', asCbor ? CBOR : JSON_TYPE);
    const view = { units: query.units, nowMs: this.clock.nowMs() };
    return respondPlaces(watch, { query, view, places, asCbor });
  }

  private async glanceAt(query: GlanceQuery, watch: Watch) {
    const { parts, reading } = await this.glances.at(query.position, watch.subject);
    const nowMs = this.clock.nowMs();
    const glance = GlanceResponse.of(parts, { units: query.units, nowMs });
    const asCbor = acceptsCbor(watch.accept);
    const tag = asCbor ? entityTag(CBOR + JSON.stringify(glance.content)) : glance.tag;
    watch.header('content-type', asCbor ? CBOR : JSON_TYPE);
    return watch.respond({
      body: asCbor ? toCbor({ ...glance.age, ...glance.content }) : glance.json,
      ...validatorsOf(reading, tag, parts.conditions?.entry.value.observedAtMs ?? null),
      reading,
      nowMs,
      query: query.queryAt(reading.location.centre),
    });
  }
}
