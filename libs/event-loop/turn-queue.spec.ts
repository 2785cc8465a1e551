import { describe, expect, it } from '@jest/globals';
import { TurnQueue } from './turn-queue.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('TurnQueue', () => {
  it('runs tasks in their order, a few per turn', async () => {
    const queue = new TurnQueue(2);
    const ran: number[] = [];
    for (let task = 1; task <= 5; task += 1) queue.add(() => ran.push(task));

    const byTurn: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      byTurn.push(ran.length);
      await turn();
    }
    expect(byTurn).toEqual([0, 2, 4, 5]);
    expect(ran).toEqual([1, 2, 3, 4, 5]);
  });

  it('runs a task that another one adds', async () => {
    const queue = new TurnQueue(2);
    const ran: string[] = [];
    queue.add(() => {
      ran.push('first');
      queue.add(() => ran.push('second'));
    });
    await turn();
    await turn();

    expect(ran).toEqual(['first', 'second']);
  });
});
