import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
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
  problemExample,
  REQUEST_ID_HEADER,
  RETRY_AFTER_HEADER,
} from '@app/problem/api-problem.decorator.js';
import { Drain } from './drain.js';
import { HEALTH_OPTIONS, type HealthOptions, type StartCondition } from './health.options.js';
import { HealthResponse } from './health.response.js';
import { NotReadyError } from './not-ready.error.js';

const NOT_READY = problemExample(
  {
    type: '/problems/not-ready',
    title: 'Not ready',
    status: 503,
    detail: new NotReadyError(['issuer-keys']).message,
  },
  '/health/ready',
);

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
  @Header('Cache-Control', 'no-store')
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
  @Header('Cache-Control', 'no-store')
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
    examples: { 'not-ready': NOT_READY },
  })
  ready(): Promise<HealthCheckResult> {
    return this.health.check(this.readiness()).catch(refuse);
  }

  private readiness(): HealthIndicatorFunction[] {
    const conditions: StartCondition[] = [
      ...this.options.startConditions,
      { name: 'not-draining', isMet: () => !this.drain.draining },
    ];
    return conditions.map(({ name, isMet, note }) => () => {
      const indicator = this.indicators.check(name);
      const text = note?.();
      if (!isMet()) return indicator.down();
      return text === undefined ? indicator.up() : indicator.up({ note: text });
    });
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof ServiceUnavailableException)) throw error;
  const { error: unmet } = error.getResponse() as HealthCheckResult;
  throw new NotReadyError(Object.keys(unmet ?? {}), { cause: error });
}
