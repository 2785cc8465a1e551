import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { World } from '../support/world.js';
import { answerFaults } from './answers/answer-faults.js';
import { Contract } from './contract.js';
import { Counts } from './counts.js';
import { expectedAnswer, type ExpectedAnswer } from './answers/expected-answer.js';
import { anyRequest, type FuzzRequest } from './requests/fuzz-request.js';
import { WatchConnection, type Answer } from './answers/watch-connection.js';

/** `FUZZ_CASES`: nightly 200 000, in ten runs. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 5_000);
const MAX_MS_PER_CASE = 30;
/** No record is refreshed during a run: each call of the provider has its request. */
const WINDOWS = ['conditions', 'minutely', 'hourly', 'daily', 'alerts']
  .map((dataset) => `${dataset}=14400/600/21600`)
  .join(';');

const contract = new Contract();
const kinds = new Counts();
const statuses = new Counts();
let world: World;
let connection: WatchConnection;

beforeAll(async () => {
  world = await World.start({ environment: { WINDOWS, ACCESS_LOG_SAMPLE: '0' } });
  connection = new WatchConnection(world.api.url, world.token);
});
afterAll(async () => {
  (connection as WatchConnection | undefined)?.close();
  await (world as World | undefined)?.stop();
  // Not `console.log`, which Jest silences.
  process.stdout.write(
    `fuzzing: ${kinds.total} requests: ${kinds.toString()}; answers: ${statuses.toString()}\n`,
  );
});

/** Sends a request. @returns the answer, and what is wrong with it */
async function sent(
  request: FuzzRequest,
  expected: ExpectedAnswer,
  etag?: string,
): Promise<{ readonly answer: Answer; readonly faults: readonly string[] }> {
  const callsBefore = world.simulator.calls.total;
  const answer = await connection.send(request, etag);
  const calls = world.simulator.calls.total - callsBefore;
  kinds.add(expected.kind);
  statuses.add(String(answer.status));
  const faults = answerFaults(request, answer, expected, contract);
  const callFaults = expected.kind === 'valid' || calls === 0 ? [] : [`${calls} upstream calls`];
  return { answer, faults: [...faults, ...callFaults] };
}

async function expectAnswered(request: FuzzRequest): Promise<void> {
  const expected = expectedAnswer(request, contract);
  const { answer, faults } = await sent(request, expected);
  expect(faults).toEqual([]);
  const { etag } = answer.headers;
  if (!request.isRevalidated || etag === undefined) return;
  const again = await sent(request, { ...expected, statuses: [304] }, etag);
  expect(again.faults).toEqual([]);
}

describe('requests generated from openapi.yaml', () => {
  it(
    `are answered as it says, and only valid ones cause upstream calls: ${CASES} requests`,
    async () => {
      await fc.assert(fc.asyncProperty(anyRequest(contract), expectAnswered), { numRuns: CASES });
    },
    120_000 + CASES * MAX_MS_PER_CASE,
  );

  it('are of every kind, and have every answer', () => {
    const allKinds = ['valid', 'invalid parameters', 'no token', 'unknown path', 'unreadable'];
    expect(kinds.names).toEqual(expect.arrayContaining(allKinds));
    expect(statuses.names).toEqual(expect.arrayContaining(['200', '304', '400', '401', '404']));
  });

  it('leave the process running, without an error of ours in its log', () => {
    expect(world.api.running).toBe(true);
    expect(world.api.stray).toEqual([]);
    expect(world.api.lines.filter((line) => line['log.level'] === 'error')).toEqual([]);
  });
});
