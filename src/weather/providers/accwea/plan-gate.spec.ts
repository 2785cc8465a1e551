import { beforeEach, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { ProviderError } from '../provider.error.js';
import { PlanGate } from './plan-gate.js';

const MINUTE = 60_000;
const FORBIDDEN = new ProviderError('forbidden', 'status 403');

let clock: FakeClock;
let gate: PlanGate;
let asked: number;

beforeEach(() => {
  clock = new FakeClock();
  gate = new PlanGate(clock);
  asked = 0;
});

const answered = (): Promise<string> => Promise.resolve(`answer ${(asked += 1)}`);

const refused = (error: Error) => (): Promise<string> => {
  asked += 1;
  return Promise.reject(error);
};

it('PlanGate passes a request that the plan includes', async () => {
  expect([await gate.run(answered), await gate.run(answered)]).toEqual(['answer 1', 'answer 2']);
});

it('PlanGate does not repeat a forbidden request for any place', async () => {
  await expect(gate.run(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE - 1);

  await expect(gate.run(answered)).rejects.toBe(FORBIDDEN);
  expect(asked).toBe(1);
});

it('PlanGate sends one trial request after a while, and all requests once the plan is upgraded', async () => {
  await expect(gate.run(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  const both = await Promise.allSettled([gate.run(answered), gate.run(answered)]);

  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await gate.run(answered)).toBe('answer 3');
});

it('PlanGate keeps sending trial requests when a trial fails for another reason', async () => {
  await expect(gate.run(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  await expect(gate.run(refused(new Error('status 500')))).rejects.toThrow('status 500');

  expect(await gate.run(answered)).toBe('answer 3');
});

it('PlanGate stays open after a failure of another kind', async () => {
  const trouble = new ProviderError('failing', 'status 500');
  await expect(gate.run(refused(trouble))).rejects.toBe(trouble);

  expect(await gate.run(answered)).toBe('answer 2');
});
