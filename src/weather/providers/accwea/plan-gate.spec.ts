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

it('lets what the plan includes through', async () => {
  expect([await gate.pass(answered), await gate.pass(answered)]).toEqual(['answer 1', 'answer 2']);
});

it('does not ask again for what is forbidden, whatever the place', async () => {
  await expect(gate.pass(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE - 1);

  await expect(gate.pass(answered)).rejects.toBe(FORBIDDEN);
  expect(asked).toBe(1);
});

it('lets one look after a while, and all through when the plan was upgraded', async () => {
  await expect(gate.pass(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  const both = await Promise.allSettled([gate.pass(answered), gate.pass(answered)]);

  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await gate.pass(answered)).toBe('answer 3');
});

it('goes on looking when the look failed for another reason', async () => {
  await expect(gate.pass(refused(FORBIDDEN))).rejects.toBe(FORBIDDEN);
  clock.advance(15 * MINUTE);
  await expect(gate.pass(refused(new Error('status 500')))).rejects.toThrow('status 500');

  expect(await gate.pass(answered)).toBe('answer 3');
});

it('is not closed by trouble of another kind', async () => {
  const trouble = new ProviderError('failing', 'status 500');
  await expect(gate.pass(refused(trouble))).rejects.toBe(trouble);

  expect(await gate.pass(answered)).toBe('answer 2');
});
