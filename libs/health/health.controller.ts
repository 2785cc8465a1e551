import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
  type HealthIndicatorFunction,
} from '@nestjs/terminus';
import { Public } from '@app/auth/public.decorator.js';
import {
  ApiProblem,
  ApiUnreadableProblem,
  REQUEST_ID_HEADER,
} from '@app/problem/api-problem.decorator.js';
import { Drain } from './drain.js';
import { HEALTH_OPTIONS, type HealthOptions } from './health.options.js';
import { HealthResponse } from './health.response.js';
import { NotReadyError } from './not-ready.error.js';

const RETRY_AFTER_HEADER = {
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'string' as const, example: '5' },
  },
};

/** Probes for Kubernetes. They check no dependency: an outage of Redis must not restart pods. */
@Public()
@ApiTags('health')
@ApiUnreadableProblem()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HEALTH_OPTIONS) private readonly options: HealthOptions,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly drain: Drain,
  ) {}

  @Get('live')
  @HealthCheck({ swaggerDocumentation: false })
  @ApiOperation({
    summary: 'The process runs',
    description: 'A liveness probe: where it gets no answer, Kubernetes restarts the pod.',
    security: [],
  })
  @ApiOkResponse({
    description: 'It runs, whatever its neighbours do.',
    type: HealthResponse,
    headers: REQUEST_ID_HEADER,
  })
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @HealthCheck({ swaggerDocumentation: false })
  @ApiOperation({
    summary: 'The process may get traffic',
    description:
      'A readiness probe: ready once it has started, until it is told to stop. Trouble of a dependency never makes it unready.',
    security: [],
  })
  @ApiOkResponse({
    description: 'It has what it needs, and is not about to stop.',
    type: HealthResponse,
    headers: REQUEST_ID_HEADER,
  })
  @ApiProblem({
    status: 503,
    description:
      '`/problems/not-ready`: it starts, or it is going. `detail` names what is missing.',
    headers: RETRY_AFTER_HEADER,
  })
  ready(): Promise<HealthCheckResult> {
    return this.health.check(this.readiness()).catch(refuse);
  }

  private readiness(): HealthIndicatorFunction[] {
    const conditions = [
      ...this.options.startConditions,
      { name: 'not-draining', isMet: () => !this.drain.draining },
    ];
    return conditions.map(({ name, isMet }) => () => {
      const indicator = this.indicators.check(name);
      return isMet() ? indicator.up() : indicator.down();
    });
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof ServiceUnavailableException)) throw error;
  const { error: unmet } = error.getResponse() as HealthCheckResult;
  throw new NotReadyError(Object.keys(unmet ?? {}), { cause: error });
}
