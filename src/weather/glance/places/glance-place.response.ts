import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OMITTED_FROM_EXAMPLE } from '@app/openapi/with-examples.js';
import { CodedError } from '@app/problem/coded.error.js';
import { Problem } from '@app/problem/problem.js';
import { toProblem, type Occurrence } from '@app/problem/to-problem.js';
import { problemCatalogue } from '../../../problem-catalogue.js';
import type { UnitView } from '../../view.js';
import { GlanceResponse } from '../glance.response.js';
import type { PlaceGlance } from './glance-places.service.js';

/** One place of a body, the same as JSON, and what its ETag covers. */
interface PlaceRendering {
  readonly body: GlancePlaceResponse;
  readonly json: string;
  readonly tag: string;
  /** Of the problem; undefined for a glance. */
  readonly code: string | undefined;
}

/** One place of `GET /v1/glance?at=…&at=…`: a glance, or the problem that a request for this place alone would get. */
export class GlancePlaceResponse {
  @ApiProperty({
    type: 'integer',
    description: 'The status that a request for this place alone would get.',
    example: 200,
  })
  readonly status!: number;

  @ApiPropertyOptional({ type: GlanceResponse, description: 'With status 200.' })
  readonly glance?: object;

  @ApiPropertyOptional({
    type: Problem,
    description: 'With any other status.',
    ...OMITTED_FROM_EXAMPLE,
  })
  readonly problem?: Problem;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Seconds to wait before the next request for this place, with status 429 and 503.',
    example: 30,
    ...OMITTED_FROM_EXAMPLE,
  })
  readonly retryAfterSeconds?: number;

  static of(place: PlaceGlance, view: UnitView, occurrence: Occurrence): PlaceRendering {
    return 'glance' in place
      ? ofGlance(GlanceResponse.of(place.glance.parts, view))
      : ofError(place.error, occurrence);
  }
}

function ofGlance({
  age,
  content,
  json,
  tag,
}: ReturnType<typeof GlanceResponse.of>): PlaceRendering {
  const body = { status: 200, glance: { ...age, ...content } };
  return { body, json: `{"status":200,"glance":${json}}`, tag, code: undefined };
}

/** The seconds to wait and the trace id change with each response, so the tag covers neither. */
function ofError(error: unknown, occurrence: Occurrence): PlaceRendering {
  const { body: problem, code } = toProblem(error, occurrence, problemCatalogue);
  const retryAfterSeconds = retryAfterSecondsOf(error);
  const body = {
    status: problem.status,
    problem,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return { body, json: JSON.stringify(body), tag: code, code };
}

/** Undefined when asking again does not help. */
export function retryAfterSecondsOf(error: unknown): number | undefined {
  return error instanceof CodedError ? error.retryAfterSeconds : undefined;
}
