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

export interface Target {
  readonly url: string;
  readonly token: string;
}

/** The API gives up on its upstream after 3 s. */
const WITHIN_MS = 4_000;

/**
 * Asks as a watch does, check by check.
 * @param say told each check's outcome as it comes
 * @returns every fault, as a sentence
 */
export async function smoke(
  target: Target,
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    const faults = await faultsOf(target, check);
    say(
      faults.length === 0 ? `ok      ${check.name}` : `FAILED  ${check.name}: ${faults.join('; ')}`,
    );
    if (faults.length > 0) failed.push(`${check.name}: ${faults.join('; ')}`);
  }
  return failed;
}

async function faultsOf(target: Target, { ask, faults }: Check): Promise<readonly string[]> {
  try {
    const answers: Answer[] = [];
    for (const question of ask) answers.push(await answerTo(target, question, answers.at(-1)));
    return faults(answers);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function answerTo(target: Target, question: Question, before?: Answer): Promise<Answer> {
  const token = question.token ?? target.token;
  const tag = question.again && before?.headers.get('etag');
  const answer = await fetch(target.url.replace(/\/$/, '') + question.path, {
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(tag ? { 'if-none-match': tag } : {}),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  const text = await answer.text();
  const body = isJson ? (JSON.parse(text) as Answer['body']) : {};
  return { status: answer.status, headers: answer.headers, bytes: Buffer.byteLength(text), body };
}
