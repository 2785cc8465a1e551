import { beforeEach, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ProviderError } from '../provider.error.js';
import { PlanGate } from './plan-gate.js';

const MINUTE = 60_000;
const FORBIDDEN = new ProviderError('forbidden', 'status 403');

let clock: FakeClock;
let gate: PlanGate;
let calls: number;

beforeEach(() => {
  clock = new FakeClock();
  gate = new PlanGate(clock);
  calls = 0;
});

const succeed = (): Promise<string> => Promise.resolve(`answer ${(calls += 1)}`);

const failWith = (error: Error) => (): Promise<string> => {
  calls += 1;
  return Promise.reject(error);
};

it('PlanGate passes a request that the plan includes', async () => {
  expect([await gate.run(succeed), await gate.run(succeed)]).toEqual(['answer 1', 'answer 2']);
});

it('PlanGate does not repeat a forbidden request for any place', async () => {
  await expect(gate.run(failWith(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE - 1);

  await expect(gate.run(succeed)).rejects.toBe(FORBIDDEN);
  expect(calls).toBe(1);
});

it('PlanGate sends one trial request after a while, and all requests once the plan is upgraded', async () => {
  await expect(gate.run(failWith(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  const both = await Promise.allSettled([gate.run(succeed), gate.run(succeed)]);

  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await gate.run(succeed)).toBe('answer 3');
});

it('PlanGate keeps sending trial requests when a trial fails for another reason', async () => {
  await expect(gate.run(failWith(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  await expect(gate.run(failWith(new Error('status 500')))).rejects.toThrow('status 500');

  expect(await gate.run(succeed)).toBe('answer 3');
});

it('PlanGate stays open after a failure of another kind', async () => {
  const failure = new ProviderError('failing', 'status 500');
  await expect(gate.run(failWith(failure))).rejects.toBe(failure);

  expect(await gate.run(succeed)).toBe('answer 2');
});
