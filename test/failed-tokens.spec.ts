import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { p99Of, timed, underLoad, type Sample } from './support/steady-load.js';
import { World } from './support/world.js';

const CONNECTIONS = 40;
const FLOOD_MS = 3_000;
const PATH = '/prcpt?lt=48.8705&lg=2.3049';
/** 5 at once, then one per 100 ms on each connection. */
const MAX_ANSWERS = CONNECTIONS * (5 + 1 + FLOOD_MS / 100);
const WATCH_PER_SECOND = 50;

let world: World;
let forged = 0;

beforeAll(async () => {
  world = await World.start();
  await world.get(PATH);
});
afterAll(() => (world as World | undefined)?.stop());

/** The token of a watch with a signature that the issuer's key did not make, another one at each call. */
function forgedToken(): string {
  const [header, claims, signature = ''] = world.token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes.writeUInt32BE((forged += 1), 0);
  return `${header}.${claims}.${bytes.toString('base64url')}`;
}

/** Sends a request over the connection of an agent. */
function send(agent: Agent, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    request(world.api.url + PATH, { agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}

const oneConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

/** Sends bad tokens over 40 connections, each as fast as it is answered; resolves to the number of answers. */
async function flood(): Promise<number> {
  const untilMs = performance.now() + FLOOD_MS;
  const attackers = Array.from({ length: CONNECTIONS }, async () => {
    const agent = oneConnection();
    let answers = 0;
    while (performance.now() < untilMs) {
      expect(await send(agent, forgedToken())).toBe(401);
      answers += 1;
    }
    agent.destroy();
    return answers;
  });
  return (await Promise.all(attackers)).reduce((sum, answers) => sum + answers, 0);
}

/** A warm watch that asks steadily while `during` runs. */
async function watch(during: () => Promise<unknown>): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true });
  const samples = await underLoad(WATCH_PER_SECOND, () => send(agent, world.token), during);
  agent.destroy();
  return samples;
}

describe('40 connections that send tokens with bad signatures', () => {
  it('cause a bounded number of verifications, and a warm watch is served', async () => {
    let answers = 0;
    const samples = await watch(async () => (answers = await flood()));

    expect(samples.every(({ status }) => status === 200)).toBe(true);
    expect(answers).toBeLessThanOrEqual(MAX_ANSWERS);
    expect(p99Of(samples)).toBeLessThan(1_000);
  });
});

describe('a connection whose tokens do not verify', () => {
  it('serves known tokens at once, and a new valid token', async () => {
    const agent = oneConnection();
    for (let time = 0; time < 8; time += 1) expect(await send(agent, forgedToken())).toBe(401);

    const known = Array.from({ length: 20 }, () => timed(send(agent, world.token)));
    expect((await Promise.all(known)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    // Twenty delays would take two seconds.
    expect(p99Of(await Promise.all(known))).toBeLessThan(1_500);
    expect(await send(agent, await world.tokenOf('watch-7'))).toBe(200);
    agent.destroy();
  });
});
