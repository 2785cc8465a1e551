import { availableParallelism, cpus } from 'node:os';

interface Run {
  readonly rounds: number;
  readonly requestsPerRound: number;
  readonly results: readonly string[];
}

/** The text of `docs/bench.md`: date, machine and method, then the results. */
export function document({ rounds, requestsPerRound, results }: Run): string {
  const day = new Date().toISOString().slice(0, 10);
  const requests = requestsPerRound.toLocaleString('en');
  return `<!-- Written by \`npm run bench\`; do not edit. -->

# What a request costs

${day}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}.

The benchmark measures the **CPU time (user and system) of the server process per request**, for an authenticated, validated
\`GET /prcpt\` with the weather in memory. Each server runs in its own process with the same Node flags. A load generator in
another process sends requests to one server at a time, over 16 keep-alive connections without pipelining. After a warm-up
there are ${rounds} rounds; in each round every server gets ${requests} requests, (c) a tenth of them, so that noise affects all servers alike.
Numbers are the median of the rounds; ratios are the median of the ratios within each round. Tokens are RS256, from the
development issuer; all cache misses happen in the warm-up. The generator does not sleep while it sends, because waking it
would cost CPU time of the server. Compare ratios, not microseconds, between machines.

A profile of (d)'s main thread (V8's sampling profiler) shows where it spends its time; it is taken after the rounds with the
last traffic. A sample is attributed to the innermost file of its stack that belongs to a part; a part's microseconds are its
share of (d)'s. "HTTP and sockets" is Node's part, which (a) has too.

- (a) Fastify answers the same body from a constant: no token, no validation, no log.
- (b) Fastify, \`fast-jwt\` with its cache, JSON schema, \`lru-cache\` by cell: no log, no metrics, no limits.
- (c) Nest on Express with passport, class-validator, \`CacheModule\`, as its documentation teaches: no log, no metrics, no limits.
- (d) \`dist/src/main.js\` with \`ENV=prod\`: with access log and everything else enabled.
- (e) is (d) without the access log and without metrics of requests, countries and cache results: the difference is their cost.

${results.join('\n')}
`;
}
