import { HttpSink } from './http-sink.js';

export interface SentryFrame {
  readonly filename?: string;
  readonly function?: string;
  readonly lineno?: number;
}

/** The parts of an event that tests check: https://develop.sentry.dev/sdk/foundations/transport/event-payloads/ */
export interface SentryEvent {
  readonly level: string;
  readonly release: string;
  readonly environment: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly exception: {
    readonly values: readonly {
      readonly type: string;
      readonly value: string;
      readonly mechanism: { readonly handled: boolean };
      readonly stacktrace: { readonly frames: readonly SentryFrame[] };
    }[];
  };
}

/** Accepts Sentry envelopes: a header and a payload per item, each a line of JSON. */
export class SentrySink extends HttpSink {
  get dsn(): string {
    return `http://publickey@${this.host}/4711`;
  }

  /** The kinds of all received items: `event`, `session`, … */
  get kinds(): string[] {
    return this.items().map(({ kind }) => kind);
  }

  get events(): SentryEvent[] {
    return this.items().flatMap(({ kind, payload }) => (kind === 'event' ? [payload] : []));
  }

  private items(): { kind: string; payload: SentryEvent }[] {
    return this.received.flatMap(({ path, body }) => {
      if (!path.startsWith('/api/4711/envelope/'))
        throw new Error(`unexpected path for Sentry: ${path}`);
      const [, ...lines] = body.trim().split('\n');
      return lines.flatMap((line, i) =>
        i % 2 === 0
          ? [{ kind: JSON.parse(line).type, payload: JSON.parse(lines[i + 1] ?? '') }]
          : [],
      );
    });
  }
}
