/** What a Redis server has done since its start. */
export interface RedisUsage {
  /** All commands, with those that scripts call. */
  readonly commands: number;
  /** Scripts among them: `EVAL` and `EVALSHA`. */
  readonly scripts: number;
  /** Received and sent. */
  readonly bytes: number;
  /** User and system CPU time. */
  readonly cpuMicros: number;
}

/** Of connections and of the bench itself, not of requests. */
const HOUSEKEEPING = new Set(['info', 'ping', 'hello', 'client', 'client|setinfo', 'config|get']);

/** @param info the answer to `INFO everything` */
export function readRedisUsage(info: string): RedisUsage {
  const calls = [...info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)]
    .map(([, name = '', count]) => ({ name, count: Number(count) }))
    .filter(({ name }) => !HOUSEKEEPING.has(name));
  const scripts = calls.filter(({ name }) => name === 'eval' || name === 'evalsha');
  return {
    commands: sum(calls.map(({ count }) => count)),
    scripts: sum(scripts.map(({ count }) => count)),
    bytes: numberOf(info, 'total_net_input_bytes') + numberOf(info, 'total_net_output_bytes'),
    cpuMicros: 1e6 * (numberOf(info, 'used_cpu_user') + numberOf(info, 'used_cpu_sys')),
  };
}

function numberOf(info: string, field: string): number {
  return Number(new RegExp(`^${field}:([\\d.]+)`, 'm').exec(info)?.[1] ?? NaN);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
