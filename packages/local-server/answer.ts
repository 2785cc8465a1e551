/** One HTTP answer, before compression and faults. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** 0 for errors. */
  readonly maxAgeSeconds: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A good answer (facts, section 3, "Headers"). */
export function jsonAnswer(body: unknown, maxAgeSeconds: number): Answer {
  return {
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    maxAgeSeconds,
  };
}

/** An answer that must not be cached. */
export function plainAnswer(status: number, contentType: string, body: string): Answer {
  return { status, contentType, body, maxAgeSeconds: 0 };
}
