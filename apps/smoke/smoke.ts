import type { Answer, Check, SmokeRequest } from './check.js';
import { isOutsidePilot, outsidePilotFaults } from './turned-away.js';

export interface SmokeResult {
  /** One sentence per failed check. */
  readonly faults: readonly string[];
  /** Checks whose values were not seen because the user is outside the pilot. */
  readonly outside: readonly string[];
}

export interface Target {
  readonly url: string;
  readonly token: string;
}

/** The API gives up on its upstream after 3 s. */
const WITHIN_MS = 4_000;

interface CheckResult {
  readonly faults: readonly string[];
  readonly isOutside?: true;
}

/**
 * Runs all checks with the requests of a watch.
 * @param print called with a line per check
 */
export async function smoke(
  target: Target,
  checks: readonly Check[],
  print: (line: string) => void,
): Promise<SmokeResult> {
  const failed: string[] = [];
  const outside: string[] = [];
  for (const check of checks) {
    const { faults, isOutside } = await resultOf(target, check);
    const failure = `${check.name}: ${faults.join('; ')}`;
    if (faults.length > 0) failed.push(failure);
    else if (isOutside) outside.push(check.name);
    print(
      faults.length > 0
        ? `FAILED  ${failure}`
        : `${isOutside ? 'outside' : 'ok     '} ${check.name}`,
    );
  }
  return { faults: failed, outside };
}

async function resultOf(target: Target, { requests, faults }: Check): Promise<CheckResult> {
  try {
    const answers: Answer[] = [];
    for (const request of requests) answers.push(await send(target, request, answers.at(-1)));
    const asUser = requests.every(({ token }) => token === undefined);
    if (!asUser || !answers.every(isOutsidePilot)) return { faults: faults(answers) };
    return { faults: answers.flatMap(outsidePilotFaults), isOutside: true };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

async function send(target: Target, request: SmokeRequest, previous?: Answer): Promise<Answer> {
  const token = request.token ?? target.token;
  const tag = request.revalidate && previous?.headers.get('etag');
  const answer = await fetch(target.url.replace(/\/$/, '') + request.path, {
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
