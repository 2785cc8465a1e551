// The load generator's process: takes one order after the other from the bench.
import { generateLoad } from './generate-load.js';
import type { LoadOrder, LoadReply } from './load.js';

process.on('message', (order: LoadOrder) => void carryOut(order));
process.once('disconnect', () => process.exit());

async function carryOut(order: LoadOrder): Promise<void> {
  reply(await resultOrError(order));
}

async function resultOrError(order: LoadOrder): Promise<LoadReply> {
  try {
    return { result: await generateLoad(order) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function reply(message: LoadReply): void {
  process.send?.(message);
}
