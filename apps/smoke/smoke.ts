import type { Answer, Check, Question } from './check.js';
import { isTurnedAway, turnedAwayFaults } from './turned-away.js';

export interface Findings {
  /** Every fault, as a sentence. */
  readonly faults: readonly string[];
  /** The checks whose values were not seen, since the pilot turned the watch's user away, and rightly so. */
  readonly outside: readonly string[];
}

export interface Target {
  readonly url: string;
  readonly token: string;
}

/** The API gives up on its upstream after 3 s. */
const WITHIN_MS = 4_000;

interface Outcome {
  readonly faults: readonly string[];
  readonly isOutside?: true;
}

/**
 * Asks as a watch does, check by check.
 * @param say told each check's outcome as it comes
 */
export async function smoke(
  target: Target,
  checks: readonly Check[],
  say: (line: string) => void,
): Promise<Findings> {
  const failed: string[] = [];
  const outside: string[] = [];
  for (const check of checks) {
    const { faults, isOutside } = await outcomeOf(target, check);
    const told = `${check.name}: ${faults.join('; ')}`;
    if (faults.length > 0) failed.push(told);
    else if (isOutside) outside.push(check.name);
    say(
      faults.length > 0 ? `FAILED  ${told}` : `${isOutside ? 'outside' : 'ok     '} ${check.name}`,
    );
  }
  return { faults: failed, outside };
}

async function outcomeOf(target: Target, { ask, faults }: Check): Promise<Outcome> {
  try {
    const answers: Answer[] = [];
    for (const question of ask) answers.push(await answerTo(target, question, answers.at(-1)));
    const asUser = ask.every(({ token }) => token === undefined);
    if (!asUser || !answers.every(isTurnedAway)) return { faults: faults(answers) };
    return { faults: answers.flatMap(turnedAwayFaults), isOutside: true };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
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
