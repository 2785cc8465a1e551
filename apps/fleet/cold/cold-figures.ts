import type { Flood, FloodAnswer } from './cold-flood.js';

const WINDOW_SECONDS = 5;
const CACHED_SHARE = 0.99;
/** So many watches at one place make it popular. */
const POPULAR = 5;

/** What a flood of a cold region did. */
export interface ColdFigures {
  readonly requests: number;
  readonly refused: number;
  /** Seconds from the first arrival until 99 % of the requests of five seconds are from the cache; null = never. */
  readonly secondsUntilCached: number | null;
  readonly calls: number;
  readonly peakCallsPerSecond: number;
  readonly mostRunning: number;
  /** Seconds from the first request for a place until it was served: p50 and p99. */
  readonly popular: Times;
  readonly rare: Times;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export function coldFigures({ answers, callsPerSecond, mostRunning }: Flood): ColdFigures {
  const byPlace = new Map<string, FloodAnswer[]>();
  for (const answer of answers) {
    const known = byPlace.get(answer.watch.place);
    if (known) known.push(answer);
    else byPlace.set(answer.watch.place, [answer]);
  }
  const waits = (isPopular: boolean): Times => {
    const places = [...byPlace.values()].filter(
      (of) => new Set(of.map(({ watch }) => watch)).size >= POPULAR === isPopular,
    );
    return timesOf(places.map(secondsUntilServed));
  };
  return {
    requests: answers.length,
    refused: answers.filter(({ served }) => served === 'refused').length,
    secondsUntilCached: secondsUntilCached(answers),
    calls: callsPerSecond.reduce((sum, calls) => sum + calls, 0),
    peakCallsPerSecond: Math.max(...callsPerSecond),
    mostRunning,
    popular: waits(true),
    rare: waits(false),
  };
}

function secondsUntilServed(answers: readonly FloodAnswer[]): number {
  const served = answers.filter((answer) => answer.served !== 'refused');
  const first = Math.min(...answers.map(({ askedAtMs }) => askedAtMs));
  return (Math.min(...served.map(({ answeredAtMs }) => answeredAtMs)) - first) / 1_000;
}

function secondsUntilCached(answers: readonly FloodAnswer[]): number | null {
  const lastMs = answers.at(-1)?.answeredAtMs ?? 0;
  const empty = (): number[] => Array.from({ length: Math.floor(lastMs / 1_000) + 1 }, () => 0);
  const [all, cached] = [empty(), empty()];
  for (const { served, answeredAtMs } of answers) {
    const second = Math.floor(answeredAtMs / 1_000);
    all[second] = (all[second] ?? 0) + 1;
    if (served === 'hit') cached[second] = (cached[second] ?? 0) + 1;
  }
  for (let from = 0; from + WINDOW_SECONDS <= all.length; from += 1) {
    const sum = (counts: readonly number[]): number =>
      counts.slice(from, from + WINDOW_SECONDS).reduce((total, count) => total + count, 0);
    if (sum(cached) >= CACHED_SHARE * sum(all)) return from;
  }
  return null;
}

function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
