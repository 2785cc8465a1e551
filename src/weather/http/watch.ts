import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@app/auth/principal.js';
import { matchesAny } from '@app/http-caching/entity-tag.js';
import { freshnessHeaders } from '@app/http-caching/freshness-headers.js';
import type { Reading } from '../reading.js';
import { recordAnswerSource } from './answer-source.js';

/** An answer, and all that decides how a watch may keep it. */
export interface Representation<Body> {
  readonly body: Body;
  /** Of what an unchanged answer has in common with the one before: the body without its age. */
  readonly tag: string;
  readonly reading: Reading<unknown>;
  readonly nowMs: number;
  /** When the weather was so; null when that is not known. */
  readonly asOfMs: number | null;
  /** Of the words in it; undefined when it has none. */
  readonly language?: string | undefined;
  /** The query that asks for the same at the centre of the cell. */
  readonly query: string;
}

const CACHE_NAME = 'mfapi';
const VARY = 'Accept, Accept-Language';
const NOT_MODIFIED = 304;

/** The watch that asks, and the reply that it gets. */
export class Watch {
  constructor(
    private readonly request: FastifyRequest & { user?: Principal },
    private readonly reply: FastifyReply,
  ) {}

  /** The user whose watch it is. */
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
   * What to send: the body under the headers by which it is kept and asked for again, or nothing
   * (304) when the watch has it already (RFC 9110 section 13.2.2).
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
    // Fastify tells a HEAD the length of what it is given, and that of nothing would be wrong.
    if (this.request.method === 'HEAD') return representation.body;
    // Of a body that is not sent (RFC 9110 section 15.4.5).
    void this.reply.removeHeader('content-type');
    return undefined;
  }

  /** Adds a header field to the reply. */
  header(name: string, value: string): void {
    void this.reply.header(name, value);
  }
}

/** The watch that asks, for a handler behind the guard. */
export const CurrentWatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Watch => {
    const http = context.switchToHttp();
    return new Watch(http.getRequest(), http.getResponse());
  },
);
