// The load generator process: runs one job after the other for the bench.
import { generateLoad } from './generate-load.js';
import type { LoadOrder, LoadReply } from './load.js';

process.on('message', (order: LoadOrder) => void execute(order));
process.once('disconnect', () => process.exit());

async function execute(order: LoadOrder): Promise<void> {
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
