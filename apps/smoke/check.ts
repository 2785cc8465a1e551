/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of the body as it came. */
  readonly bytes: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly path: string;
  /** Instead of the watch's token; empty sends none. */
  readonly token?: string;
  /** As a watch that has the answer before this one already. */
  readonly again?: true;
}

export interface Check {
  readonly name: string;
  readonly ask: readonly Question[];
  /** What is wrong with the answers, in words; nothing when they are right. */
  readonly faults: (answers: readonly Answer[]) => readonly string[];
}
