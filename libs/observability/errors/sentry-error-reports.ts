import { defaultStackParser, makeNodeTransport, NodeClient, Scope } from '@sentry/node';
import { ExporterHealth } from '../exporter-health.js';
import { ErrorReports, type ReportContext } from './error-reports.js';
import { scrubEvent } from './scrub-event.js';
import type { SentryOptions } from './sentry.options.js';

const CLOSE_TIMEOUT_MS = 2_000;
/** A client can send any text as its id; generated ids look like this. */
const GENERATED_TRACE_ID = /^[0-9a-f-]{32,36}$/;

/**
 * Reports errors to Sentry with their place in the code, without any data of the request.
 *
 * A bare client, not `Sentry.init`, which would hook into http, the console and the module loader and
 * collect URLs and headers.
 */
export class SentryErrorReports extends ErrorReports {
  private readonly client: NodeClient;
  private readonly health = new ExporterHealth('Error reports');

  constructor(private readonly options: SentryOptions) {
    super();
    const { dsn, release, environment, secrets } = options;
    this.client = new NodeClient({
      dsn,
      release,
      environment,
      integrations: [],
      traceLifecycle: 'static',
      enableRuntimeChannelInjection: false,
      sendClientReports: false,
      includeServerName: false,
      transport: makeNodeTransport,
      stackParser: defaultStackParser,
      beforeSend: (event) => scrubEvent(event, secrets()),
    });
    this.client.on('afterSendEvent', (_event, { statusCode }) => {
      if (statusCode !== undefined && statusCode < 300) this.health.succeeded();
      else this.health.failed(statusCode === undefined ? 'no answer' : `status ${statusCode}`);
    });
  }

  override report(error: unknown, { traceId, fatal = false }: ReportContext = {}): void {
    const scope = new Scope();
    scope.setLevel(fatal ? 'fatal' : 'error');
    scope.setTags({ ...this.options.tags });
    if (traceId !== undefined && GENERATED_TRACE_ID.test(traceId))
      scope.setTag('trace.id', traceId);
    this.client.captureException(error, { mechanism: { type: 'generic', handled: !fatal } }, scope);
  }

  override async stop(): Promise<void> {
    await this.client.close(CLOSE_TIMEOUT_MS);
  }
}
