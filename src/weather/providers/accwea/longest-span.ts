import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { CooldownScope } from '@app/resilience/cooldowns/cooldown.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import type { Spans } from './accwea.requests.js';

/** Refused for this span; a plan may still include a shorter one. */
const REFUSED: readonly ProviderFault[] = ['forbidden', 'unauthorized'];
/** Trouble that may be the span's own. Like a retry, it costs one more call, so only once per request. */
const TROUBLE: readonly ProviderFault[] = ['timeout', 'malformed'];
/** Cooldowns of the span; the others hold for every span. */
const OF_SPAN: readonly CooldownScope[] = ['item', 'operation'];

/**
 * Requests the longest span that the plan includes and the provider can answer. The cooldowns of the
 * guard remember which spans were refused or fail, for all pods.
 * @param request must fail with a LoadError
 * @throws the error of the last call, or of the last refusal when no call was made
 */
export async function requestLongest<T>(
  spans: Spans,
  priority: Priority,
  request: (span: string) => Promise<T>,
): Promise<T> {
  let failure: unknown;
  let mayRetry = priority !== 'refresh';
  for (const span of spans) {
    try {
      return await request(span);
    } catch (error) {
      if (!(failure instanceof ProviderError && error instanceof RefusedCallError)) failure = error;
      if (isRefused(error)) continue;
      if (!mayRetry || !isTrouble(error)) break;
      mayRetry = false;
    }
  }
  throw failure;
}

function isRefused(error: unknown): boolean {
  if (error instanceof RefusedCallError)
    return error.by !== undefined && OF_SPAN.includes(error.by.scope);
  return error instanceof ProviderError && REFUSED.includes(error.fault);
}

function isTrouble(error: unknown): boolean {
  return error instanceof LoadError && (TROUBLE as readonly string[]).includes(error.code);
}
