import { p99Of } from '../support/steady-load.js';
import type { TrialResult, PodReport } from './trial-run.js';
import type { Trial } from './trials.js';
import type { Phase, WatchResult } from './watches/watches.js';

const MAX_RESPONSE_MS = 3_200;
const MAX_LOOP_P99_MS = 150;
/** Older than the second in which a stale copy is served while it is refreshed. */
const EXPIRED_SECONDS = 2;
/** The one error log that a fault may cause: an operator must replace the key. */
const EXPECTED_ERRORS = /refuses the key/;
const PROBLEMS = { 404: '/problems/no-weather-here', 503: '/problems/weather-unavailable' };

/**
 * The promises that a trial broke, one line each with the number of occurrences. Time limits are raised
 * by what was measured in the baseline phase, because other load on the machine shows there too.
 */
export function violationsOf(outcome: TrialResult, secrets: readonly string[]): string[] {
  const { trial, results, pods, recoveryMs } = outcome;
  const maxMs = MAX_RESPONSE_MS + p99Ms(resultsOf(results, 'warm', 'baseline'));
  const ofWatches = results
    .map((result) =>
      result.durationMs > maxMs
        ? `${result.watch} watch: waited too long`
        : violationOf(result, trial),
    )
    .filter((text) => text !== '');
  const ofPods = pods.flatMap((report) => violationsOfPod(report, secrets));
  const oldest = Math.max(
    ...resultsOf(results, 'warm', 'fault').map(({ staleSeconds }) => staleSeconds),
  );
  return [
    ...countEach([...ofWatches, ...ofPods]),
    ...(oldest < EXPIRED_SECONDS && trial.cold !== 200 ? ['no expired copy was served'] : []),
    ...(trial.recovery === 'soon' && recoveryMs === undefined ? ['did not recover in time'] : []),
  ];
}

/** The results of requests that were sent in a phase. */
export function resultsOf(
  results: readonly WatchResult[],
  watch: WatchResult['watch'],
  requestPhase: Phase,
): WatchResult[] {
  return results.filter((result) => result.watch === watch && result.requestPhase === requestPhase);
}

/** The 99th percentile of the durations. */
export function p99Ms(results: readonly WatchResult[]): number {
  return p99Of(results.map(({ status, durationMs }) => ({ status, ms: durationMs })));
}

function violationOf(result: WatchResult, trial: Trial): string {
  const { watch, requestPhase, responsePhase, status, isCorrect } = result;
  const who = `${watch} watch, sent in ${requestPhase}, answered in ${responsePhase}:`;
  if (watch === 'warm' || responsePhase === 'baseline') {
    return isCorrect ? '' : `${who} ${status}${status === 200 ? ' with different weather' : ''}`;
  }
  return isCorrect && isAnswerAllowed(result, trial) ? '' : rejectionViolation(result, trial, who);
}

/** An answer may come from the fallback, or from the provider unless it failed during the whole request. */
function isAnswerAllowed({ pod, origin, ...result }: WatchResult, { cold }: Trial): boolean {
  if (cold === 200) return origin === 'accwea';
  return origin === 'open-meteo' ? pod.hasFallback : !isEntirelyInFault(result);
}

function isEntirelyInFault({
  requestPhase,
  responsePhase,
}: Pick<WatchResult, 'requestPhase' | 'responsePhase'>): boolean {
  return requestPhase === 'fault' && responsePhase === 'fault';
}

function rejectionViolation(
  { pod, status, ...result }: WatchResult,
  { cold }: Trial,
  who: string,
): string {
  if (cold === 200) return `${who} ${status} of ${result.origin} although the fault is elsewhere`;
  if (pod.hasFallback) return `${who} ${status} of ${result.origin} despite a fallback`;
  // Around the edges of the fault a place may be cached already and the breaker may still be open.
  const statuses = isEntirelyInFault(result) ? [cold] : ([404, 503] as const);
  const allowed = statuses.find((one) => one === status);
  if (!allowed) return `${who} ${status} of ${result.origin}`;
  if (result.problem !== PROBLEMS[allowed]) return `${who} ${status} as ${result.problem}`;
  const hasRetryAfter = (result.retryAfterSeconds ?? 0) > 0;
  return status === 503 && !hasRetryAfter ? `${who} 503 without Retry-After` : '';
}

function violationsOfPod(
  { isRunning, stray, errors, output, baselineLoopP99Ms, faultLoopP99Ms }: PodReport,
  secrets: readonly string[],
): string[] {
  const maxLoopMs = MAX_LOOP_P99_MS + baselineLoopP99Ms;
  return [
    ...(isRunning ? [] : ['the process ended']),
    ...stray.map((line) => `wrote something other than a log line: ${line}`),
    ...errors.filter((text) => !EXPECTED_ERRORS.test(text)).map((text) => `logged: ${text}`),
    ...secrets.filter((secret) => output.includes(secret)).map(() => 'a secret is in the log'),
    ...(/\blt=\d/.test(output) ? ['a position is in the log'] : []),
    // The condition is false for NaN, so that a loop that was not measured is reported too.
    ...(faultLoopP99Ms < maxLoopMs ? [] : [`event loop p99 ${faultLoopP99Ms.toFixed(0)} ms`]),
  ];
}

function countEach(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].map(([text, number]) => `${number} × ${text}`);
}
