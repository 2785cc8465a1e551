import { availableParallelism, cpus } from 'node:os';
import { CONNECTIONS } from '../load/load.js';
import { SCENARIOS } from '../scenarios/scenarios.js';
import type { Sizes } from '../sizes.js';

/** The text of `docs/bench.md`: date, machine and method, then the results as Markdown lines. */
export function document(sizes: Sizes, results: readonly string[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}`;
  return `<!-- Written by \`npm run bench\`; do not edit. -->

# What a request costs

${day}, ${machine}.

${method(sizes)}

${SERVERS}

## Requests

${SCENARIOS.map(({ name, about }) => `- **${name}**: ${about}.`).join('\n')}

${results.join('\n').trimEnd()}
`;
}

const count = (amount: number): string => amount.toLocaleString('en');

function method({ rounds, tokens, requests }: Sizes): string {
  return `The benchmark measures the **CPU time (user and system) of the server process per request**. Each server runs in its own
process with the Node flags of \`npm run start:prod\`; servers that use Redis run as two pods with a Redis of their own. A load
generator in another process sends requests to one server at a time, over ${CONNECTIONS} keep-alive connections without pipelining.
After a warm-up there are ${rounds} rounds; in each round every server gets every kind of request (${count(requests.hit.round)} from memory,
${count(requests.unknown.round)} with unknown tokens, ${count(requests.cold.round)} cold, ${count(requests.redis.round)} from Redis, ${count(requests.mix.round)} of the mix; (c) a fifth of them), so that noise affects all servers alike.
Numbers are the median of the rounds; ratios are the median of the ratios within each round. The ${count(tokens)} tokens are RS256
with a 2048-bit key. The run fails when a kind of request causes other upstream calls than it should. The generator does not sleep
while it sends requests that are answered from memory, because waking it would cost CPU time of the server. Compare ratios, not microseconds, between machines.

\`redis-server\`'s own counters say what a request costs Redis: commands include those that scripts call; CPU time is of the Redis process.
Response bytes include the header fields. The profiles of (d)'s main thread (V8's sampling profiler) are taken after the rounds. A sample is
attributed to the innermost file of its stack that belongs to a part. "HTTP and sockets" is Node's part, which (a) has too.`;
}

const SERVERS = `## Servers

- (a) Fastify answers the same body from a constant: no token, no validation, no log.
- (b) Fastify, \`fast-jwt\` with its cache, JSON schema, \`lru-cache\`, Redis. Place and conditions are a record each, loaded with \`GET\`, \`SET NX\`,
  \`SET\`, \`DEL\`; upstream calls by \`node:http\` with kept connections and gzip. No log, no metrics, no limits, no stale records.
- (c) Nest on Express with passport, class-validator, \`CacheModule\`, \`HttpModule\`, as its documentation teaches: no log, no metrics, no limits, no Redis.
- (f) is (b) with the product's duties: request limit, the same header fields with entity tag and 304, problem bodies, one \`pino\` line and
  one \`prom-client\` observation per request. Metric units only.
- (d) is the product as \`npm run start:prod\` starts it with \`ENV=prod\`, Redis and a daily budget: access log and everything else enabled.`;
