/**
 * What a request costs. Source: docs/bench.md (written by `npm run bench`), Node 24.21.0, run of 2026-11-27 on 2 cores
 * (AMD EPYC), column (d) and "what else a request uses". Other hardware has other costs: insert those of your own run.
 */
export const COSTS = {
  source: 'docs/bench.md, Node 24.21.0, 2026-11-27',
  /** CPU of a request whose records are in memory and whose token the pod has not seen. */
  hitMicroseconds: 102,
  /** What other endpoints than `/prcpt` cost more: known-token rows of glance, conditions, hourly, less its 56. */
  endpointMicroseconds: {
    glance: 28,
    conditions: 12,
    hourly: 36,
    daily: 36,
    minutely: 12,
    alerts: 12,
  },
  /** Per record from Redis: (130 − 56) / 2, because `from Redis` reads two. */
  redisReadMicroseconds: 37,
  /** Per call to the provider: (837 − 56) / 2, because `cold` makes two. */
  callMicroseconds: 390,
  /** Per record from Redis: 6 / 2, commands inside scripts included. */
  redisReadCommands: 3,
  /** Per call to the provider, with lease, budget and storing: 54.1 / 2. */
  callCommands: 27,
  /** Of Redis' one thread (docs/scaling.md, 2026-11-28). */
  redisMicrosecondsPerCommand: 10,
  /** Per pod and second: three scripts of the budget and one of the clock (docs/capacity.md). */
  podCommandsPerSecond: 4,
  /** Of a record in Redis with key and overhead: a million places with all datasets need 2 GiB (docs/capacity.md). */
  redisBytesPerRecord: 360,
  /**
   * Of a record in the memory of a pod, with its key and its node of the LRU list: the heap that 20 000 decoded records
   * take (Node 20), of 12 hours, 5 days and no alerts. Views that a pod memoizes come on top.
   */
  podBytesPerRecord: {
    place: 605,
    conditions: 622,
    minutely: 320,
    hourly: 3_532,
    daily: 9_699,
    alerts: 417,
  },
  /** Of an access log line (docs/capacity.md). */
  logLineBytes: 526,
  /** The autoscaler's target (docs/capacity.md): a pod is one core, used at most so far. */
  podUtilization: 0.6,
  /** `autoscaling.maxReplicas` of a production region (helm/mfapi/values-prod-*.yaml). */
  mostPods: 20,
  /** Of the proposed Redis (docs/deploy.md). */
  redisTierGib: 3,
  /** A zone may fail while a node is drained (docs/capacity.md). */
  fewestPods: 3,
} as const;
