import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { LuaScript } from './lua-script.js';
import { probeKeyOf } from './probe-key.js';
import type { RedisConnection } from './redis-connection.js';
import { RedisDownError } from './redis-down.error.js';

/** INFO needs a permission that an ACL may not give; asking first leaves no entry in its log. */
const READ = new LuaScript(`
if redis.acl_check_cmd and not redis.acl_check_cmd('INFO') then return '' end
local memory, stats = redis.pcall('INFO', 'memory'), redis.pcall('INFO', 'stats')
if type(memory) ~= 'string' or type(stats) ~= 'string' then return '' end
return memory .. stats
`);
const INTERVAL_MS = 30_000;

/** The memory of a Redis server, as `INFO` reports it. */
export interface MemoryUse {
  readonly usedBytes: number;
  /** 0 = no limit. */
  readonly limitBytes: number;
  /** Since the server started. */
  readonly evictions: number;
  /** `maxmemory-policy`: which keys a full server evicts. */
  readonly policy: string;
}

/** Asks Redis for its memory every 30 s; in a cluster, the node of the given key. */
export class RedisMemory implements OnModuleInit, OnApplicationShutdown {
  /** Emits what was read; nothing while Redis is down, or where its user may not run INFO. */
  readonly readings = new TypedEmitter<MemoryUse>();
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param keyPrefix of all keys: an ACL may allow no others
   * @param key whose node is asked in a cluster
   */
  constructor(
    private readonly redis: Pick<RedisConnection, 'evaluate' | 'stateChanges'>,
    private readonly keyPrefix: string,
    private readonly key: string,
  ) {
    redis.stateChanges.on(({ up }) => up && void this.read());
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.read(), INTERVAL_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    try {
      const info = await this.redis.evaluate(READ, [probeKeyOf(this.keyPrefix, this.key)], []);
      const use = parseInfo(info);
      if (use) this.readings.emit(use);
    } catch (error) {
      if (!(error instanceof RedisDownError)) throw error;
    }
  }
}

/** Undefined when the text is not that of INFO. */
function parseInfo(info: unknown): MemoryUse | undefined {
  if (typeof info !== 'string') return undefined;
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:([\\w-]{1,30})\\r?$`, 'm').exec(info)?.[1];
  const policy = field('maxmemory_policy');
  const [usedBytes, limitBytes, evictions] = ['used_memory', 'maxmemory', 'evicted_keys'].map(
    (name) => Number(field(name) ?? NaN),
  ) as [number, number, number];
  if (policy === undefined || ![usedBytes, limitBytes, evictions].every(Number.isSafeInteger)) {
    return undefined;
  }
  return { usedBytes, limitBytes, evictions, policy };
}
