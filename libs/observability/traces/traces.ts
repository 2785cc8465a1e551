import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type TextMapGetter,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setTraceId } from '../trace-id.js';
import { CallTracer, type CallDescription, type TracedCall } from './call-tracer.js';
import { createProvider } from './create-provider.js';
import type { TracesOptions } from './traces.options.js';

const STOP_TIMEOUT_MS = 2_000;
const PROPAGATOR = new W3CTraceContextPropagator();

/** Not `tracestate`, into which a caller can put anything. */
const TRACEPARENT_ONLY: TextMapGetter<FastifyRequest['headers']> = {
  keys: () => ['traceparent'],
  get: (headers, name) => (name === 'traceparent' ? headers[name] : undefined),
};

/**
 * A span for each request and, below it, for each call that it causes, exported in the background. Own
 * spans instead of instrumentation by loader hooks, so that the attributes are chosen here.
 */
export class Traces extends CallTracer {
  private readonly provider;
  private readonly tracer;
  private readonly current = new AsyncLocalStorage<Context>();

  constructor(options: TracesOptions) {
    super();
    this.provider = createProvider(options);
    this.tracer = this.provider.getTracer(options.resource['service.name'] ?? '');
  }

  /** Call it before other hooks are added, so that these run inside the span. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const parent = PROPAGATOR.extract(ROOT_CONTEXT, request.headers, TRACEPARENT_ONLY);
      const span = this.begin(request, parent);
      setTraceId(request, span.spanContext().traceId);
      // Not `onResponse`, which is not called when the client aborts.
      reply.raw.once('close', () => end(span, reply));
      this.current.run(trace.setSpan(parent, span), done);
    });
  }

  override async trace<T>(
    about: CallDescription,
    make: (call: TracedCall) => Promise<T>,
  ): Promise<T> {
    const span = this.beginCall(about);
    const answered = (status: number): void =>
      void span.setAttribute('http.response.status_code', status);
    try {
      return await make({ answered });
    } catch (error) {
      fail(span, kindOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  /** Exports the remaining spans; gives up soon, because the shutdown must not wait for traces. */
  async stop(): Promise<void> {
    await Promise.race([
      // The exporter has logged that the last batch failed.
      this.provider.shutdown().catch(() => undefined),
      delay(STOP_TIMEOUT_MS, undefined, { ref: false }),
    ]);
  }

  private begin({ method, routeOptions: { url: route } }: FastifyRequest, parent: Context): Span {
    const attributes = { 'http.request.method': method, 'http.route': route };
    const name = route === undefined ? method : `${method} ${route}`;
    return this.tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
  }

  private beginCall({ name, method, url, attributes: others }: CallDescription): Span {
    const { hostname, port, protocol } = new URL(url);
    const attributes = {
      'http.request.method': method,
      'server.address': hostname,
      'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
      ...others,
    };
    const parent = this.current.getStore() ?? ROOT_CONTEXT;
    return this.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
  }
}

function end(span: Span, { raw, statusCode }: FastifyReply): void {
  if (raw.headersSent) span.setAttribute('http.response.status_code', statusCode);
  if (!raw.writableFinished) fail(span, 'aborted');
  else if (statusCode >= 500) fail(span, String(statusCode));
  span.end();
}

/** By name only: a message or a stack can contain data that a trace must not show. */
function fail(span: Span, kind: string): void {
  span.setAttribute('error.type', kind).setStatus({ code: SpanStatusCode.ERROR });
}

function kindOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: string };
  return typeof code === 'string' ? code : (name ?? 'unknown');
}
