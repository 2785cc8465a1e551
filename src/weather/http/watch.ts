import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '@app/auth/principal.js';
import { matchesAny } from '@app/http-caching/entity-tag.js';
import { freshnessHeaders } from '@app/http-caching/freshness-headers.js';
import { parseHttpDate } from '@app/http-caching/parse-http-date.js';
import { addToVary } from '@app/http-caching/vary.js';
import { isCompressible } from '@app/http-compression/compress-responses.js';
import { traceIdOf } from '@app/observability/trace-id.js';
import { setProblemCode } from '@app/problem/problem-code.js';
import type { Occurrence } from '@app/problem/to-problem.js';
import type { Reading } from '../reading.js';
import { recordAnswerSource } from './answer-source.js';

/** A response body, and everything that its caching headers depend on. */
export interface Representation<Body> {
  readonly body: Body;
  /** Entity tag of the body without the instants of its age. */
  readonly tag: string;
  /**
   * The tag of the response that the same record gave when it was loaded: `Last-Modified` does not show what changes
   * with time alone, such as the first hour. Undefined when one date cannot stand for all records of the body.
   */
  readonly tagAtLoad?: () => string;
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
const VARY = ['Accept', 'Accept-Language'];
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

  /** What a problem in the body says about this request. */
  get occurrence(): Occurrence {
    return { instance: this.path, traceId: traceIdOf(this.request) };
  }

  private get path(): string {
    return this.request.routeOptions.url ?? '/';
  }

  /** Notes for the log that a part of the response is a problem. */
  noteProblem(code: string): void {
    setProblemCode(this.request, code);
  }

  /**
   * Sets the caching headers. Returns the body to send, or undefined (304) when the watch already has
   * it (RFC 9110 section 13.2.2).
   */
  respond<Body>(representation: Representation<Body>): Body | undefined {
    const { reading } = representation;
    recordAnswerSource(this.request, reading);
    const { path } = this;
    this.reply.headers(
      freshnessHeaders({
        result: reading,
        nowMs: representation.nowMs,
        cacheName: CACHE_NAME,
        watch: this.subject,
        topic: path,
        entityTag: representation.tag,
        lastModifiedMs: representation.asOfMs,
        contentLanguage: representation.language,
        contentLocation: `${path}?${representation.query}`,
        vary: addToVary(this.reply.getHeader('vary'), ...varyOf(representation.body)),
      }),
    );
    if (!this.has(representation)) return representation.body;
    void this.reply.code(NOT_MODIFIED);
    // Fastify derives the Content-Length of a HEAD response from the payload, so pass the body.
    if (this.request.method === 'HEAD') return representation.body;
    // It would describe a body that is not sent (RFC 9110 section 15.4.5).
    void this.reply.removeHeader('content-type');
    return undefined;
  }

  /**
   * Whether the watch has the representation already (RFC 9110 section 13.2.2, steps 3 and 4). A date must be exactly
   * the `Last-Modified` of the representation, as for nginx's `if_modified_since exact`: a later one does not
   * show which record the watch has, because the next record, or that of another pod, can be of the same time.
   */
  private has({ tag, tagAtLoad, asOfMs, nowMs }: Representation<unknown>): boolean {
    const { 'if-none-match': tags, 'if-modified-since': date } = this.request.headers;
    if (tags !== undefined) return matchesAny(tags, tag);
    if (date === undefined || asOfMs === null || !tagAtLoad) return false;
    const isOfThisTime = parseHttpDate(date, nowMs) === wholeSecond(Math.min(asOfMs, nowMs));
    return isOfThisTime && tagAtLoad() === tag;
  }

  /** Adds a header field to the reply. */
  header(name: string, value: string): void {
    void this.reply.header(name, value);
  }
}

/** For a 304, the same as for the 200 (RFC 9110 section 15.4.5). */
function varyOf(body: unknown): readonly string[] {
  return isCompressible(body) ? [...VARY, 'Accept-Encoding'] : VARY;
}

function wholeSecond(atMs: number): number {
  return Math.floor(atMs / 1_000) * 1_000;
}

/** Injects the `Watch` of the request; only for handlers behind the guard. */
export const CurrentWatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Watch => {
    const http = context.switchToHttp();
    return new Watch(http.getRequest(), http.getResponse());
  },
);
