import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@app/auth/principal.js';
import { matchesAny } from '@app/http-caching/entity-tag.js';
import { freshnessHeaders } from '@app/http-caching/freshness-headers.js';
import type { Reading } from '../reading.js';
import { recordAnswerSource } from './answer-source.js';

/** A response body, and everything that its caching headers depend on. */
export interface Representation<Body> {
  readonly body: Body;
  /** Entity tag of the body without the fields of its age. */
  readonly tag: string;
  readonly reading: Reading<unknown>;
  readonly nowMs: number;
  /** The time of the weather; null when unknown. */
  readonly asOfMs: number | null;
  /** Language of its texts; undefined when it has none. */
  readonly language?: string | undefined;
  /** The equivalent query at the centre of the cell. */
  readonly query: string;
}

const CACHE_NAME = 'mfapi';
const VARY = 'Accept, Accept-Language';
const NOT_MODIFIED = 304;

/** The watch that sent the request, and the reply to it. */
export class Watch {
  constructor(
    private readonly request: FastifyRequest & { user?: Principal },
    private readonly reply: FastifyReply,
  ) {}

  /** The user of the watch. */
  get subject(): string {
    if (!this.request.user) throw new Error('a route without the guard has no watch');
    return this.request.user.subject;
  }

  get accept(): string | undefined {
    return this.request.headers.accept;
  }

  get acceptLanguage(): string | undefined {
    return this.request.headers['accept-language'];
  }

  /**
   * Sets the caching headers. Returns the body to send, or undefined (304) when the watch already has
   * it (RFC 9110 section 13.2.2).
   */
  respond<Body>(representation: Representation<Body>): Body | undefined {
    const { tag, reading } = representation;
    recordAnswerSource(this.request, reading);
    const path = this.request.routeOptions.url ?? '/';
    this.reply.headers(
      freshnessHeaders({
        result: reading,
        nowMs: representation.nowMs,
        cacheName: CACHE_NAME,
        watch: this.subject,
        topic: path,
        entityTag: tag,
        lastModifiedMs: representation.asOfMs,
        contentLanguage: representation.language,
        contentLocation: `${path}?${representation.query}`,
        vary: VARY,
      }),
    );
    if (!matchesAny(this.request.headers['if-none-match'], tag)) return representation.body;
    void this.reply.code(NOT_MODIFIED);
    // Fastify derives the Content-Length of a HEAD response from the payload, so pass the body.
    if (this.request.method === 'HEAD') return representation.body;
    // It would describe a body that is not sent (RFC 9110 section 15.4.5).
    void this.reply.removeHeader('content-type');
    return undefined;
  }

  /** Adds a header field to the reply. */
  header(name: string, value: string): void {
    void this.reply.header(name, value);
  }
}

/** Injects the `Watch` of the request; only for handlers behind the guard. */
export const CurrentWatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Watch => {
    const http = context.switchToHttp();
    return new Watch(http.getRequest(), http.getResponse());
  },
);
