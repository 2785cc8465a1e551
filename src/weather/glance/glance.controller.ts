import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { Clock } from '@app/clock/clock.js';
import { entityTag } from '@app/http-caching/entity-tag.js';
import { ViewQuery } from '../queries/view.query.js';
import { toCbor } from './cbor.js';
import { GlanceResponse } from './glance.response.js';
import { GlanceService } from './glance.service.js';
import { JSON_TYPE } from '../http/json-type.js';
import { languageFor } from '../i18n/language-for.js';
import { acceptsCbor, CBOR } from './accepts-cbor.js';
import { CurrentWatch, Watch } from '../http/watch.js';
import { FRESHNESS_HEADERS, WeatherApi } from '../http/weather-api.decorator.js';

/** OpenAPI 3.0 cannot describe an object in CBOR, only its bytes. */
const AS_CBOR = {
  schema: {
    type: 'string',
    format: 'binary',
    description: 'The object of `application/json`, encoded in CBOR.',
  },
};

/** A whole watch face in one small response. */
@WeatherApi()
@ApiExtraModels(GlanceResponse)
@Controller('v1')
export class GlanceController {
  constructor(
    private readonly glances: GlanceService,
    private readonly clock: Clock,
  ) {}

  @Get('glance')
  @ApiOperation({
    summary: 'A whole watch face in at most 400 bytes',
    description:
      'Now, the next six hours and three days, and whether there are alerts, under short keys (docs/glance.md). With `Accept: application/cbor` the same in CBOR (RFC 8949), about half as long.',
  })
  @ApiOkResponse({
    description:
      'What is available; a block that is temporarily unavailable is omitted and named in `x`.',
    headers: FRESHNESS_HEADERS,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(GlanceResponse) } },
      [CBOR]: AS_CBOR,
    },
  })
  async glance(@Query() query: ViewQuery, @CurrentWatch() watch: Watch) {
    const { parts, reading } = await this.glances.at(query.position, watch.subject);
    const nowMs = this.clock.nowMs();
    const language = languageFor(query.lang, watch.acceptLanguage);
    const glance = GlanceResponse.of(parts, {
      units: query.units,
      language,
      nowMs,
    });
    const asCbor = acceptsCbor(watch.accept);
    watch.header('content-type', asCbor ? CBOR : JSON_TYPE);
    return watch.respond({
      body: asCbor ? toCbor({ ...glance.age, ...glance.content }) : glance.json,
      tag: asCbor ? entityTag(CBOR + JSON.stringify(glance.content)) : glance.tag,
      reading,
      nowMs,
      asOfMs: parts.conditions?.entry.value.observedAtMs ?? null,
      query: query.at(reading.location.centre),
    });
  }
}
