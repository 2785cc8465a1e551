import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErrorReports } from '@app/observability/errors/error-reports.js';
import { redactError } from '@app/observability/errors/redact-error.js';
import { traceIdOf } from '@app/observability/trace-id.js';
import { ProblemCatalogue } from './problem-catalogue.js';
import { setProblemCode, problemCodeOf } from './problem-code.js';
import { toProblem } from './to-problem.js';

/** Answers every error of the application as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(
    private readonly catalogue: ProblemCatalogue,
    private readonly reports: ErrorReports,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /**
   * For errors before routing (a path that Fastify cannot decode). No hook runs for these, and so no
   * access log: they are logged here.
   */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const status = this.send(error, request, reply);
    this.logger.log({
      'http.request.method': request.method,
      'http.response.status_code': status,
      'error.code': problemCodeOf(request),
      'trace.id': request.id,
      message: `${request.method} (unroutable) ${status} ${request.id}`,
    });
  }

  private send(error: unknown, request: FastifyRequest, reply: FastifyReply): number {
    const traceId = traceIdOf(request);
    const { body, code, headers, unexpected } = toProblem(
      error,
      { instance: pathOf(request.url), traceId },
      this.catalogue,
    );
    setProblemCode(request, code);
    if (unexpected) {
      this.logger.error({ err: redactError(error), 'trace.id': traceId });
      this.reports.report(error, { traceId });
    }
    void reply
      .code(body.status)
      .headers({ 'cache-control': 'no-store', 'x-request-id': request.id, ...headers })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(body));
    return body.status;
  }
}

/** Without the query, which can contain a position. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}
