import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import {
  HealthCheck,
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
  type HealthIndicatorFunction,
} from '@nestjs/terminus';
import { Public } from '@app/auth/public.decorator.js';
import { Problem } from '@app/problem/problem.js';
import { Drain } from './drain.js';
import { HEALTH_OPTIONS, type HealthOptions } from './health.options.js';
import { NotReadyError } from './not-ready.error.js';

/** Probes for Kubernetes. Neither asks a dependency: a pod is not restarted because Redis is. */
@Public()
@ApiTags('health')
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
  @ApiOperation({ summary: 'The process runs' })
  @ApiOkResponse({ description: 'It does.' })
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @HealthCheck({ swaggerDocumentation: false })
  @ApiOperation({ summary: 'The process may get traffic' })
  @ApiOkResponse({ description: 'It may.' })
  @ApiServiceUnavailableResponse({
    description: '`/problems/not-ready`: it starts, or it is going.',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
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
