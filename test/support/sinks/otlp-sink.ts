import { HttpSink } from './http-sink.js';

/** The parts of a span that tests check. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: 'server' | 'client' | 'other';
  readonly isError: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly resource: Readonly<Record<string, unknown>>;
}

type Values = readonly { readonly key: string; readonly value: object }[];

/** The parts of an `ExportTraceServiceRequest`. */
interface WireSpan extends Pick<ReceivedSpan, 'traceId' | 'spanId' | 'parentSpanId' | 'name'> {
  readonly kind: number;
  readonly status: { readonly code: number };
  readonly attributes: Values;
}
interface WireSpans {
  readonly resource: { readonly attributes: Values };
  readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[];
}

/** Numbers of opentelemetry-proto's `SpanKind`. */
const KINDS: Readonly<Record<number, ReceivedSpan['kind']>> = { 2: 'server', 3: 'client' };
const ERROR = 2;

/** A collector that accepts OTLP over HTTP as JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */
export class OtlpSink extends HttpSink {
  get endpoint(): string {
    return `http://${this.host}`;
  }

  get spans(): ReceivedSpan[] {
    return this.received.flatMap(({ path, body }) => {
      if (path !== '/v1/traces') throw new Error(`unexpected path for a collector: ${path}`);
      const request = JSON.parse(body) as { resourceSpans: WireSpans[] };
      return request.resourceSpans.flatMap(spansOf);
    });
  }
}

function spansOf({ resource, scopeSpans }: WireSpans): ReceivedSpan[] {
  const spans = scopeSpans.flatMap((scope) => scope.spans);
  return spans.map(({ kind, status, attributes, ...span }) => ({
    ...span,
    kind: KINDS[kind] ?? 'other',
    isError: status.code === ERROR,
    attributes: valuesOf(attributes),
    resource: valuesOf(resource.attributes),
  }));
}

function valuesOf(values: Values): Record<string, unknown> {
  return Object.fromEntries(values.map(({ key, value }) => [key, Object.values(value)[0]]));
}
