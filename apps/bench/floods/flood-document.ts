import { availableParallelism, cpus } from 'node:os';
import { MAX_MEMORY_MIB, MAX_P99_MS, type FloodResult } from './flood-result.js';
import { DAILY_BUDGET, HEAP_LIMIT, MISS_LIMIT, START_COMMAND } from './flood-stage.js';
import { count, floodTable } from './flood-table.js';

/**
 * The text of `docs/floods.md`.
 * @param loadBefore the machine's load average before the run: what other processes took from it
 */
export function floodDocument(
  results: readonly FloodResult[],
  missed: readonly string[],
  loadBefore: number,
): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}`;
  return `<!-- Written by \`npm run flood\`; do not edit. -->

# What floods do to a pod

${day}, Node ${process.versions.node}, ${machine}; load average before the run ${loadBefore.toFixed(1)}.

One pod as production starts it (\`${START_COMMAND}\`, \`ENV=prod\`), with a Redis. It has the heap limit that Node
sets in a container of 512 MiB (\`${HEAP_LIMIT}\`), because this machine is larger. Its other limits: \`MISS_LIMIT_PER_HOUR\` is ${MISS_LIMIT} and the
daily budget is ${count(DAILY_BUDGET)} calls; requests per minute are not limited, because the flood of one user would end there. The floods come one after the other. Before and during each, a warm watch in a process of its own asks 50 times a second. The
sender, the watch, the simulated AccuWeather, the issuer, Redis and the pod share the machine: what the watch waits for includes the sender's use of it.

- **distinct bad tokens**: real claims with random signatures; a connection is replaced after five, when the pod would slow it down.
- **distinct good tokens**: each once, over 50 connections.
- **random positions**: anywhere on Earth, over 50 connections. One user is refused (429) after ${MISS_LIMIT} positions that need the provider; many users get 503 once the budget
  is spent. 404 is the sea.
- **pipelining connections**: each sends 61 KiB of requests at once and reads nothing; ten rounds.
- **slow connections**: each sends a header field per second and never the end; the pod closes them after 10 seconds.

**peak** is the pod's resident memory (\`VmHWM\`). Limits: under ${MAX_MEMORY_MIB} MiB, p99 of the warm watch under ${MAX_P99_MS} ms, every warm request 200.

${floodTable(results).join('\n')}

${missed.length === 0 ? 'No limit is missed.' : `Missed: ${missed.join('; ')}.`}
`;
}
