import { availableParallelism, cpus } from 'node:os';
import type { Amounts } from './shared-places.js';

const count = (amount: number): string => amount.toLocaleString('en');

/** The text of `docs/scaling.md`: date, machine and method, then the table as Markdown lines. */
export function scaleDocument({ requests, places }: Amounts, lines: readonly string[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
  return `<!-- Written by \`npm run bench -- --scale\`; do not edit. -->

# More pods behind one Redis

${day}, ${machine}, Node ${process.versions.node}.

The same ${count(requests)} requests for ${count(places)} new places, all with tokens that a pod rarely knows, are sent to one, two and four API processes in
turn, as fast as they answer. The processes are those of \`npm run start:prod\` and share one core (\`taskset\`); Redis, the simulated AccuWeather
and a load generator per process use the others. More processes do not get more of the core, so what grows with their number is what they cost each other.

${lines.join('\n')}

- **Calls per request** do not grow: what one process has asked for, all have. The command fails when they are more than 1 % above what the places need.
- **CPU per request** grows by the records that each process reads from Redis once instead of having loaded them itself, and by what processes on one core take from its caches.
- **Requests/s of one process** with a core of its own are a second divided by the CPU per request.
- Redis answers all scripts in one thread: a second divided by the CPU per command is what one shard can answer. [capacity.md](capacity.md#what-saturates-first) says at which
  fleet that is reached.
`;
}
