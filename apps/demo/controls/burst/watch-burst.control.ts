import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readCounters } from '../../counters/counters.js';
import { Control } from '../control.js';
import {
  BURST_WATCHES,
  burstSecond,
  resultText,
  runningText,
  tokensText,
  type BurstResult,
} from './burst-text.js';

const FLEET = fileURLToPath(new URL('../../../fleet/main.js', import.meta.url));
/** The watches, in and around 80 cities, wake up within half a minute. */
const PLAN = [
  ['--watches', String(BURST_WATCHES)],
  ['--places', 'cities'],
  ['--city-radius-km', '2'],
  ['--warm-up', '0'],
  ['--ramp', '2s'],
  ['--rate', '350'],
  ['--hold', '28s'],
  ['--max-lag-ms', '1000'],
  ['--json', '-'],
].flat();

/** Where the watches of a burst send their requests. */
export interface BurstTarget {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  /** Of the API, for its provider calls. */
  readonly metricsUrl: string;
}

/** A burst of watches from the load generator of `npm run fleet`. Its result stays when it has ended. */
export class WatchBurst extends Control {
  private child: ChildProcess | undefined;
  private shown = '';

  /** @param target undefined with the real provider, whose calls cost money */
  constructor(private readonly target: BurstTarget | undefined) {
    super();
  }

  get unavailable(): string | null {
    return this.target ? null : 'The provider is the real one.';
  }

  get isOn(): boolean {
    return this.child !== undefined;
  }

  get progress(): string {
    return this.shown;
  }

  override async turn(on: boolean): Promise<void> {
    if (!on) return void this.child?.kill('SIGTERM');
    if (this.child || !this.target) return;
    const callsBefore = await providerCalls(this.target);
    if (!this.child) void this.run(this.target, callsBefore);
  }

  /** Never rejects: what fails is shown. */
  private async run(target: BurstTarget, callsBefore: number | null): Promise<void> {
    const where = ['--url', target.apiUrl, '--issuer', target.issuerUrl];
    const child = spawn(process.execPath, [FLEET, 'load', ...where, ...PLAN], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.shown = 'Burst: the watches get their tokens.';
    const callsSince = async (): Promise<number | null> => {
      const calls = await providerCalls(target);
      return calls === null || callsBefore === null ? null : calls - callsBefore;
    };
    const ended = once(child, 'exit');
    const [json, [code]] = await Promise.all([
      text(child.stdout),
      ended,
      this.follow(child, callsSince),
    ]);
    // A signal can end it within its result.
    this.shown = await endText(code === null ? '' : json, callsSince);
    this.child = undefined;
  }

  private async follow(
    { stderr }: ReturnType<typeof spawn>,
    callsSince: () => Promise<number | null>,
  ): Promise<void> {
    let requests = 0;
    if (!stderr) return;
    for await (const line of createInterface(stderr)) {
      this.shown = tokensText(line) ?? this.shown;
      const second = burstSecond(line);
      if (!second) continue;
      requests += second.requests;
      const { p99Ms } = second;
      this.shown = runningText({ requests, p99Ms, providerCalls: await callsSince() });
    }
  }
}

/** There is no result when the load generator is stopped before its first request, or cannot start. */
async function endText(json: string, callsSince: () => Promise<number | null>): Promise<string> {
  if (json === '') return 'The burst ended without a result.';
  return resultText(JSON.parse(json) as BurstResult, await callsSince());
}

/** @returns null while the API does not answer */
async function providerCalls({ metricsUrl }: BurstTarget): Promise<number | null> {
  return readCounters(metricsUrl).then(
    (counters) => counters.providerCalls,
    () => null,
  );
}
