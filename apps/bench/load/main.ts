// The load generator process: runs one job after the other for the bench.
import { generateLoad } from './generate-load.js';
import type { LoadOrder, LoadReply } from './load.js';
import { steadyLoad } from './steady-load.js';

process.on('message', (order: LoadOrder) => void execute(order));
process.once('disconnect', () => process.exit());

async function execute(order: LoadOrder): Promise<void> {
  reply(await resultOrError(order));
}

async function resultOrError(order: LoadOrder): Promise<LoadReply> {
  const { perSecond } = order;
  try {
    const result = await (perSecond ? steadyLoad(order, perSecond) : generateLoad(order));
    return { result };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function reply(message: LoadReply): void {
  process.send?.(message);
}
