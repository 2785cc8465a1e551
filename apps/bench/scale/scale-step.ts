/** What requests cost a region with some number of pods. */
export interface ScaleStep {
  readonly pods: number;
  readonly requests: number;
  /** User and system CPU time of all pods. */
  readonly podCpuMicros: number;
  readonly redisCpuMicros: number;
  readonly redisCommands: number;
  readonly upstreamCalls: number;
  /** Calls to AccuWeather that the requests need. */
  readonly neededCalls: number;
}
