import type { Clock } from '@app/clock/clock.js';
import { LuaScript } from '@app/redis/lua-script.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';

type Evaluate = RedisConnection['evaluate'];

/** The text of a script that gets the time of a clock instead of the server's. */
export function withTimeOf(clock: Clock, text: string): string {
  const nowMs = clock.nowMs();
  const time = `{${Math.floor(nowMs / 1_000)}, ${(nowMs % 1_000) * 1_000}}`;
  return text.replaceAll("redis.call('TIME')", time);
}

/** The same connection, with such scripts. */
export function atTimeOf<R extends { readonly evaluate: Evaluate }>(clock: Clock, redis: R): R {
  const evaluate: Evaluate = (script, keys, args) =>
    redis.evaluate(new LuaScript(withTimeOf(clock, script.text)), keys, args);
  return Object.assign(Object.create(redis) as R, { evaluate });
}
