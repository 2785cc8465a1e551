import { availableParallelism, cpus } from 'node:os';

interface Run {
  readonly rounds: number;
  readonly requestsPerRound: number;
  readonly results: readonly string[];
}

/** `docs/bench.md`: when, where and how, then the results. */
export function document({ rounds, requestsPerRound, results }: Run): string {
  const day = new Date().toISOString().slice(0, 10);
  const requests = requestsPerRound.toLocaleString('en');
  return `<!-- Written by \`npm run bench\`; do not edit. -->

# What a request costs

${day}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}.

What is counted is the **CPU time (user and system) of the server's process per request**, for an authenticated, validated
\`GET /prcpt\` whose weather is in memory. Each server is a process of its own with the same Node flags, started one after
the other; one load generator, another process, sends to one at a time: 16 kept-alive connections, no pipelining. After a
warm-up come ${rounds} rounds; in each all five take a turn of ${requests} requests, (c) of a tenth, so that noise hits all alike. A number
is the median of the rounds, a multiple the median of the multiples within each round. Tokens are RS256, from the
development issuer; misses went to the simulator, all in the warm-up. The generator never sleeps while it sends, since
waking it would be charged to the server. Between machines compare the multiples, not the microseconds.

Where ours goes is told by a profile of its main thread (V8's sampling profiler), taken after the rounds under the last
traffic. Of a sample's stack the innermost file that belongs to a part decides; a part's microseconds are its share of
(d)'s. "HTTP and sockets" is Node's part, which (a) pays too.

- (a) Fastify answers the same body from a constant: no token, no validation, no log.
- (b) Fastify, \`fast-jwt\` with its cache, JSON schema, \`lru-cache\` by cell: no log, no metrics, no limits.
- (c) Nest on Express with passport, class-validator, \`CacheModule\`, as its documentation teaches: no log, no metrics, no limits.
- (d) \`dist/src/main.js\` with \`ENV=prod\`: access log, and all else that the product has, on.
- (e) is (d) without access log, and without the counting and timing of requests, countries and cache results: what it costs to be seen.

${results.join('\n')}
`;
}
