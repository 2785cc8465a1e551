import { freePort } from '../../../../packages/local-server/free-port.js';
import { ChildService } from '../../../../packages/local-stack/child-service.js';
import { Region } from '../../../../packages/local-stack/region.js';
import type { Arrival } from '../../load/plan/arrival-schedule.js';
import type { PhaseResult } from '../../load/results/load-result.js';
import { Dispatcher } from '../../load/run/dispatcher.js';
import { Recorder } from '../../load/run/recorder.js';
import { MONOTONIC_CLOCK } from '../../load/run/run-clock.js';
import { HttpTransport } from '../../load/watches/http-transport.js';
import { IssuerTokens } from '../../load/watches/issuer-tokens.js';
import type { RequestDraw } from '../../trace/endpoints.js';
import type { HourTrace } from '../trace/hour-trace.js';
import type { WatchSites } from '../trace/watch-sites.js';
import { HttpWatches } from './http-watches.js';
import { readFigures, type RegionFigures } from './region-figures.js';

const PHASE = 'hold';
const CONNECTIONS = 256;
const MAX_IN_FLIGHT = 5_000;
const SUBJECTS = 64;
const SAY_EVERY_MS = 10_000;
/** As `ALWAYS_RAIN` of the virtual side: a glance asks for the rain of the next hour. */
const RAIN = { kind: 'values', endpoint: 'hourly', values: { PrecipitationProbability: 100 } };

export interface HttpSideOptions {
  readonly sites: WatchSites;
  readonly draws: RequestDraw;
  /** How many times faster than in virtual time. */
  readonly speed: number;
  /** Of the pods, as the product names them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Aborted by a person. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface Played extends RegionFigures {
  /** Of all requests: errors, latency, lag of the generator. */
  readonly requests: PhaseResult;
}

/**
 * Plays the requests against two API processes with a Redis, the simulated provider and the issuer.
 * @throws when a process does not start, or does not answer at the end
 */
export async function playOverHttp(trace: HourTrace, options: HttpSideOptions): Promise<Played> {
  const port = String(await freePort(0));
  const issuer = new ChildService('issuer', 'apps/dev-issuer/main.js', { PORT: port });
  const transport = new HttpTransport(CONNECTIONS);
  let region: Region | undefined;
  try {
    const issuerUrl = await issuer.listening;
    region = await Region.start('validate', { ...options.settings, OIDC_ISSUER: issuerUrl });
    await region.controlProvider('fault', RAIN);
    const { urls: pods } = region;
    const tokens = await tokensOf(issuerUrl);
    const watches = new HttpWatches({ ...options, trace, pods, tokens, fetch: transport.fetch });
    const requests = await send(trace, watches, options);
    return { requests, ...(await readFigures(region)) };
  } finally {
    await transport.close();
    await region?.stop();
    await issuer.stop();
  }
}

async function send(
  trace: HourTrace,
  watches: HttpWatches,
  { speed, signal, say }: HttpSideOptions,
): Promise<PhaseResult> {
  const schedule = Array.from({ length: trace.length }, (_, watch): Arrival => {
    return { atMs: (1_000 * (trace.at[watch] ?? 0)) / speed, phase: PHASE, watch };
  });
  const recorder = new Recorder(() => undefined);
  recorder.expect(schedule);
  const dispatcher = new Dispatcher({
    clock: MONOTONIC_CLOCK,
    wake: (index) => watches.ask(index),
    listener: recorder,
    maxInFlight: MAX_IN_FLIGHT,
  });
  const progress = setInterval(() => say(progressOf(recorder.result(PHASE))), SAY_EVERY_MS);
  try {
    await dispatcher.run(schedule, signal);
  } finally {
    clearInterval(progress);
  }
  return recorder.result(PHASE);
}

function progressOf({ started, planned, errors, lagMs, latencyMs }: PhaseResult): string {
  const percent = Math.floor((100 * started) / planned);
  return `validate: ${percent} % of the requests sent, ${errors.count} errors, p99 ${latencyMs.p99?.toFixed(0)} ms, lag p99 ${lagMs.p99?.toFixed(1)} ms`;
}

/** The users only share the requests out: their limits are raised on both sides. */
async function tokensOf(issuer: string): Promise<readonly string[]> {
  const watches = SUBJECTS;
  const tokens = new IssuerTokens({
    issuer,
    clientId: 'watch-{n}',
    secret: 'watch-secret',
    watches,
  });
  await tokens.prepare(() => undefined);
  const { signal } = new AbortController();
  const all = Array.from({ length: SUBJECTS }, (_, subject) => tokens.sourceOf(subject)(signal));
  return (await Promise.all(all)).map(({ value }) => value);
}
