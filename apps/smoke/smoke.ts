import type { SmokeResponse, Check, SmokeRequest } from './check.js';
import { isOutsidePilot, outsidePilotFaults } from './outside-pilot.js';

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
const TIMEOUT_MS = 4_000;

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
    const responses: SmokeResponse[] = [];
    for (const request of requests) responses.push(await send(target, request, responses.at(-1)));
    const asUser = requests.every(({ token }) => token === undefined);
    if (!asUser || !responses.every(isOutsidePilot)) return { faults: faults(responses) };
    return { faults: responses.flatMap(outsidePilotFaults), isOutside: true };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

async function send(
  target: Target,
  request: SmokeRequest,
  previous?: SmokeResponse,
): Promise<SmokeResponse> {
  const token = request.token ?? target.token;
  const tag = request.revalidate && previous?.headers.get('etag');
  const response = await fetch(target.url.replace(/\/$/, '') + request.path, {
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(tag ? { 'if-none-match': tag } : {}),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const text = await response.text();
  const body = isJson ? (JSON.parse(text) as SmokeResponse['body']) : {};
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.byteLength(text),
    body,
  };
}
