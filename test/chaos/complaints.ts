import { p99Of } from '../support/steady-load.js';
import type { Outcome, PodReport } from './trial-run.js';
import type { Trial } from './trials.js';
import type { Phase, Sight } from './watches/watches.js';

const ANSWERED_WITHIN_MS = 3_200;
const LOOP_P99_AT_MOST_MS = 50;
/** Past the second in which a copy is served while it is refreshed. */
const EXPIRED_SECONDS = 2;
/** Somebody must act, and no error of ours. */
const EXPECTED_ERRORS = /refuses the key/;
const PROBLEMS = { 404: '/problems/no-weather-here', 503: '/problems/weather-unavailable' };

/**
 * What was promised and not kept, a line each, told once however often it happened. What else the
 * machine does shows in the calm before, too: times are given as much more.
 */
export function complaintsOf(outcome: Outcome, secrets: readonly string[]): string[] {
  const { trial, seen, pods, wellAgainMs } = outcome;
  const atMostMs = ANSWERED_WITHIN_MS + p99Ms(ofWatch(seen, 'warm', 'calm'));
  const ofWatches = seen
    .map((sight) =>
      sight.tookMs > atMostMs ? `${sight.watch} watch: waited too long` : complaintOf(sight, trial),
    )
    .filter((text) => text !== '');
  const ofPods = pods.flatMap((report) => complaintsOfPod(report, secrets));
  const oldest = Math.max(...ofWatch(seen, 'warm', 'fault').map(({ pastSeconds }) => pastSeconds));
  return [
    ...count([...ofWatches, ...ofPods]),
    ...(oldest < EXPIRED_SECONDS ? ['no expired copy was served'] : []),
    ...(trial.recovers === 'soon' && wellAgainMs === undefined ? ['not well again in time'] : []),
  ];
}

/** What watches saw of the questions that they asked in a phase. */
export function ofWatch(seen: readonly Sight[], watch: Sight['watch'], asked: Phase): Sight[] {
  return seen.filter((sight) => sight.watch === watch && sight.asked === asked);
}

/** The wait that 99 of 100 stayed below. */
export function p99Ms(sights: readonly Sight[]): number {
  return p99Of(sights.map(({ status, tookMs }) => ({ status, ms: tookMs })));
}

function complaintOf(sight: Sight, trial: Trial): string {
  const { watch, asked, answered, status, isRight } = sight;
  const who = `${watch} watch, asked in ${asked}, answered in ${answered}:`;
  if (watch === 'warm' || answered === 'calm') {
    return isRight ? '' : `${who} ${status}${status === 200 ? ' with another weather' : ''}`;
  }
  return isRight && mayBeAnswered(sight) ? '' : refusalOf(sight, trial, who);
}

/** By the fall-back; or by the provider, unless it failed all the time. */
function mayBeAnswered({ pod, origin, ...sight }: Sight): boolean {
  return origin === 'open-meteo' ? pod.hasFallback : !isWhollyInFault(sight);
}

function isWhollyInFault({ asked, answered }: Pick<Sight, 'asked' | 'answered'>): boolean {
  return asked === 'fault' && answered === 'fault';
}

function refusalOf({ pod, status, ...sight }: Sight, { cold }: Trial, who: string): string {
  if (pod.hasFallback) return `${who} ${status} of ${sight.origin} despite a fall-back`;
  // At its edges: a place that was found before, a breaker that is open afterwards.
  const statuses = isWhollyInFault(sight) ? [cold] : ([404, 503] as const);
  const told = statuses.find((one) => one === status);
  if (!told) return `${who} ${status} of ${sight.origin}`;
  if (sight.problem !== PROBLEMS[told]) return `${who} ${status} as ${sight.problem}`;
  const mayComeAgain = (sight.retryAfterSeconds ?? 0) > 0;
  return status === 503 && !mayComeAgain ? `${who} 503 without Retry-After` : '';
}

function complaintsOfPod(
  { isRunning, stray, errors, output, calmLoopP99Ms, faultLoopP99Ms }: PodReport,
  secrets: readonly string[],
): string[] {
  const loopAtMostMs = LOOP_P99_AT_MOST_MS + calmLoopP99Ms;
  return [
    ...(isRunning ? [] : ['the process ended']),
    ...stray.map((line) => `wrote beside its log: ${line}`),
    ...errors.filter((text) => !EXPECTED_ERRORS.test(text)).map((text) => `logged: ${text}`),
    ...secrets.filter((secret) => output.includes(secret)).map(() => 'a secret is in the log'),
    ...(/\blt=\d/.test(output) ? ['a position is in the log'] : []),
    // Written so that a loop that was not measured is told of, too.
    ...(faultLoopP99Ms < loopAtMostMs ? [] : [`event loop p99 ${faultLoopP99Ms.toFixed(0)} ms`]),
  ];
}

function count(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].map(([text, number]) => `${number} × ${text}`);
}
