import { defaultStackParser, makeNodeTransport, NodeClient, Scope } from '@sentry/node';
import { ExporterHealth } from '../exporter-health.js';
import { ErrorReports, type ReportContext } from './error-reports.js';
import { scrubEvent } from './scrub-event.js';
import type { SentryOptions } from './sentry.options.js';

const CLOSE_TIMEOUT_MS = 2_000;
/** An id that anybody can think up can hold anything: only ours look like this. */
const OUR_TRACE_ID = /^[0-9a-f-]{32,36}$/;

/**
 * Reports to Sentry: what went wrong and where in the code, and nothing of who asked for what.
 *
 * A bare client, not `Sentry.init`: that would hook into http, the console and the module loader, and
 * so learn of URLs and headers, only to have to forget them again.
 */
export class SentryErrorReports extends ErrorReports {
  private readonly client: NodeClient;
  private readonly log = new ExporterHealth('Error reports');

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
      if (statusCode !== undefined && statusCode < 300) this.log.succeeded();
      else this.log.failed(statusCode === undefined ? 'no answer' : `status ${statusCode}`);
    });
  }

  override report(error: unknown, { traceId, fatal = false }: ReportContext = {}): void {
    const scope = new Scope();
    scope.setLevel(fatal ? 'fatal' : 'error');
    scope.setTags({ ...this.options.tags });
    if (traceId !== undefined && OUR_TRACE_ID.test(traceId)) scope.setTag('trace.id', traceId);
    this.client.captureException(error, { mechanism: { type: 'generic', handled: !fatal } }, scope);
  }

  override async stop(): Promise<void> {
    await this.client.close(CLOSE_TIMEOUT_MS);
  }
}
