import {
  issuer,
  ours,
  peers,
  uninstrumented,
  upstream,
  type Contender,
  type World,
} from './contenders.js';
import { LoadGenerator } from './load/load-generator.js';
import { Measurement } from './measurement.js';
import { shares } from './profile/shares.js';
import { results } from './report/results.js';
import { typical } from './report/sample.js';
import { whereItGoes } from './report/where-it-goes.js';
import { ServerProcess, type Program } from './server-process.js';
import { manyWatches, oneWatch, type Traffic } from './traffic.js';

const UPSTREAM_KEY = 'simulator-key';
const POSITIONS = 1_000;
const TOKENS = 50;
/** Enough for V8 to compile the hot code and for every position to be cached. */
const WARM_UP_REQUESTS = 3_000;

/** Starts upstream, issuer, load generator and servers, and measures the servers in turn. */
export class Bench {
  private readonly generator = new LoadGenerator();
  private readonly servers: ServerProcess[] = [];
  private readonly measurements: Measurement[] = [];

  constructor(private readonly print: (line: string) => void) {}

  /** @returns the results as Markdown lines */
  async run(rounds: number, requests: number): Promise<string[]> {
    const { url: issuerUrl } = await this.startProcess(issuer);
    const { url: upstreamUrl } = await this.startProcess(upstream(UPSTREAM_KEY, Date.now()));
    const traffics = [await oneWatch(issuerUrl), await manyWatches(issuerUrl, POSITIONS, TOKENS)];
    await this.startAll({ issuerUrl, upstreamUrl, upstreamKey: UPSTREAM_KEY }, traffics);

    const callsBefore = await callsTo(upstreamUrl);
    for (const traffic of traffics) {
      for (let round = 1; round <= rounds; round += 1) {
        await this.round(traffic, `${traffic.name}, round ${round}/${rounds}`, requests);
      }
    }
    const calls = (await callsTo(upstreamUrl)) - callsBefore;
    if (calls > 0) throw new Error(`${calls} calls went upstream: these were not all hits.`);
    return [
      ...traffics.flatMap((traffic) => [...results(this.measurements, traffic), '']),
      ...(await this.profileOurs(traffics, requests)),
    ];
  }

  stop(): void {
    this.generator.stop();
    for (const server of this.servers) server.kill();
  }

  /** Starts the product first, because (a) repeats its body; all servers must answer the same. */
  private async startAll(world: World, traffics: readonly Traffic[]): Promise<void> {
    const { server: product, measurement } = await this.start(ours(world));
    const body = await bodyOf(product, traffics);
    for (const peer of peers(world, body)) {
      const { server, measurement } = await this.start(peer);
      this.measurements.push(measurement);
      const answered = await bodyOf(server, traffics);
      if (answered !== body)
        throw new Error(`${peer.name} answers ${answered}, the product ${body}`);
    }
    const { server: plain, measurement: withoutLog } = await this.start(uninstrumented(world));
    if ((await bodyOf(plain, traffics)) !== body)
      throw new Error('(e) answers another body than (d)');
    this.measurements.push(measurement, withoutLog);
    for (const one of this.measurements) await this.warmUp(one, traffics);
  }

  private async start(
    contender: Contender,
  ): Promise<{ server: ServerProcess; measurement: Measurement }> {
    this.print(`Starting (${contender.letter}) ${contender.name} …`);
    const server = await this.startProcess(contender);
    return { server, measurement: new Measurement(contender, server, this.generator) };
  }

  private async startProcess(program: Program): Promise<ServerProcess> {
    const server = await ServerProcess.start(program);
    this.servers.push(server);
    return server;
  }

  private async warmUp(measurement: Measurement, traffics: readonly Traffic[]): Promise<void> {
    this.print(`Warming up (${measurement.contender.letter}) …`);
    for (const traffic of traffics) await measurement.warmUp(traffic, WARM_UP_REQUESTS);
  }

  private async round(traffic: Traffic, title: string, requests: number): Promise<void> {
    const costs: string[] = [];
    for (const measurement of this.measurements) {
      const { cpuMicros } = await measurement.round(traffic, requests);
      costs.push(`(${measurement.contender.letter}) ${cpuMicros.toFixed(0)}`);
    }
    this.print(`${title}: ${costs.join('  ')} µs`);
  }

  /** Uses the last traffic, which is the most realistic. */
  private async profileOurs(traffics: readonly Traffic[], requests: number): Promise<string[]> {
    const ours = this.measurements.find(({ contender }) => contender.letter === 'd');
    const traffic = traffics.at(-1);
    if (!ours || !traffic) throw new Error('There are no measurements of (d).');
    this.print('Profiling (d) …');
    const profile = await ours.profile(traffic, requests);
    return whereItGoes(shares(profile), typical(ours.of(traffic), 'cpuMicros'));
  }
}

/** Calls that the simulated provider has answered so far. */
async function callsTo(upstreamUrl: string): Promise<number> {
  const answer = await fetch(`${upstreamUrl}/__simulator/calls`);
  return ((await answer.json()) as { total: number }).total;
}

async function bodyOf(server: ServerProcess, [traffic]: readonly Traffic[]): Promise<string> {
  const [request] = traffic?.requests ?? [];
  const headers = { authorization: `Bearer ${request?.token}` };
  const answer = await fetch(`${server.url}${request?.path}`, { headers });
  return answer.text();
}
