import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';

/** In each script: KEYS are cooldowns of one source, in one hash slot; each is a hash of these fields.
 *  A key that holds anything else counts as absent. */
const FIELDS = ['until', 'period', 'longest', 'reason', 'probe-until', 'probe'] as const;

/** A value that is not a number counts as absent; `tonumber` alone accepts `inf`, `nan` and `0x10`. */
const NUMBER = `${LUA_READ}
local function number(value) return tonumber(string.match(value or '', '^%d+%.?%d*$')) end`;

const READ = `read('HMGET', KEY, ${FIELDS.map((field) => `'${field}'`).join(', ')})`;

/**
 * ARGV: token, now ms, probe ms. Replies the index of the key that refuses the caller, or 0, then each hash.
 */
export const ENTER = new LuaScript(`
${NUMBER}
local now = number(ARGV[2])
local blocking, longest = 0, now
for i, key in ipairs(KEYS) do
  local found = read('HMGET', key, 'until', 'period', 'longest', 'reason', 'probe-until')
  if number(found[1]) and number(found[2]) and number(found[3]) and found[4] then
    local closed = math.max(number(found[1]), number(found[5]) or 0)
    if closed > longest then blocking, longest = i, closed end
  elseif redis.call('EXISTS', key) == 1 then
    redis.call('DEL', key)
  end
end
local reply = {blocking}
for _, key in ipairs(KEYS) do
  if blocking == 0 and redis.call('EXISTS', key) == 1 then
    redis.call('HSET', key, 'probe', ARGV[1], 'probe-until', string.format('%.0f', now + ARGV[3]))
  end
  table.insert(reply, ${READ.replace('KEY', 'key')})
end
return reply
`);

/** ARGV: now ms, period ms, longest ms, retry-after ms or 0, reason, ms to keep it after its end. */
export const START = new LuaScript(`
${NUMBER}
local now, period, longest, retry_after = number(ARGV[1]), number(ARGV[2]), number(ARGV[3]), number(ARGV[4])
local found = read('HMGET', KEYS[1], 'until', 'period')
local closed = number(found[1]) or 0
if now < closed then
  closed = math.max(closed, now + retry_after)
else
  period = math.max(period, math.min(longest, 2 * (number(found[2]) or 0)))
  closed = now + (retry_after > 0 and retry_after or period)
  redis.call('HSET', KEYS[1], 'period', string.format('%.0f', period), 'longest', ARGV[3], 'reason', ARGV[5])
end
redis.call('HSET', KEYS[1], 'until', string.format('%.0f', closed))
redis.call('HDEL', KEYS[1], 'probe', 'probe-until')
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', closed - now + ARGV[6]))
return ${READ.replace('KEY', 'KEYS[1]')}
`);

/** ARGV: token, 'over' or 'again'. */
export const LEAVE = new LuaScript(`${LUA_READ}
for _, key in ipairs(KEYS) do
  if read('HGET', key, 'probe') == ARGV[1] then
    if ARGV[2] == 'over' then redis.call('DEL', key)
    else redis.call('HDEL', key, 'probe', 'probe-until') end
  end
end
return 1
`);
