// A thread of `fleet plan`: plans the batches of cities that it receives, and sends its part at the end.
import { parentPort, workerData } from 'node:worker_threads';
import { CityPlanner } from './city-planner.js';
import type { PlanJob } from './plan-job.js';
import type { ThreadReport } from './plan-threads.js';

if (!parentPort) throw new Error('runs only as a thread of the plan');
const port = parentPort;
const planner = new CityPlanner(workerData as PlanJob);
const report = (message: ThreadReport): void => port.postMessage(message);

port.on('message', (rows: readonly number[] | null) => {
  if (rows) report({ requests: rows.reduce((sum, row) => sum + planner.plan(row), 0) });
  else report({ requests: 0, part: planner.result() });
});
report({ requests: 0 });
