import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';
import { LUA_NOW, MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';

/** How long a cooldown that is never probed is kept, after its end; none lasts as long. */
export const KEEP_MS = 24 * 60 * 60 * 1000;

/**
 * In each script: KEYS are cooldowns of one source, in one hash slot; each is a hash of these fields. A key
 * that holds anything else counts as absent, and so does one that began in the future. Time is that of Redis.
 */
const FIELDS = ['since', 'until', 'period', 'longest', 'reason', 'probe-until', 'probe'] as const;

/** Of a reason, which is an error code, and of the token of a probe. */
const MAX_LENGTH = 100;

/** A value that is not a number counts as absent; `tonumber` alone accepts `inf`, `nan` and `0x10`. */
const LUA_COOLDOWN = `${LUA_READ}${LUA_NOW}
local function number(value) return tonumber(string.match(value or '', '^%d+%.?%d*$')) end

local function load(key)
  local fields = read('HMGET', key, ${FIELDS.map((field) => `'${field}'`).join(', ')})
  local since, closed, probed = number(fields[1]) or 0, number(fields[2]), number(fields[6]) or 0
  if not (closed and number(fields[3]) and number(fields[4]) and fields[5]) then return nil end
  if math.max(#fields[5], #(fields[7] or '')) > ${MAX_LENGTH} then return nil end
  if since > now + ${MAX_CLOCK_DIFFERENCE_MS} then return nil end
  if math.max(closed, probed) > now + ${KEEP_MS} then return nil end
  return fields, closed, probed
end
`;

/**
 * ARGV: token, probe ms. Replies the index of the key that refuses the caller, or 0, then each hash; an
 * empty one where there is none.
 */
export const ENTER = new LuaScript(`${LUA_COOLDOWN}
local present, blocking, longest = {}, 0, now
for i, key in ipairs(KEYS) do
  local fields, closed, probed = load(key)
  present[i] = fields
  if fields and math.max(closed, probed) > longest then
    blocking, longest = i, math.max(closed, probed)
  end
end
local reply = {blocking}
for i, key in ipairs(KEYS) do
  local fields = present[i]
  if fields and blocking == 0 then
    fields[6], fields[7] = string.format('%.0f', now + ARGV[2]), ARGV[1]
    redis.call('HSET', key, 'probe-until', fields[6], 'probe', fields[7])
  end
  reply[i + 1] = fields or {}
end
return reply
`);

/** ARGV: period ms, longest ms, retry-after ms or 0, reason, ms to keep it after its end. Replies the hash. */
export const START = new LuaScript(`${LUA_COOLDOWN}
local period, longest, retry_after = number(ARGV[1]), number(ARGV[2]), number(ARGV[3])
local before, closed = load(KEYS[1])
if before and now < closed then
  closed = math.max(closed, now + retry_after)
else
  period = math.max(period, math.min(longest, before and 2 * number(before[3]) or 0))
  closed = now + (retry_after > 0 and retry_after or period)
  redis.call('HSET', KEYS[1], 'since', string.format('%.0f', now), 'period', string.format('%.0f', period),
    'longest', ARGV[2], 'reason', ARGV[4])
end
redis.call('HSET', KEYS[1], 'until', string.format('%.0f', closed))
redis.call('HDEL', KEYS[1], 'probe', 'probe-until')
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', closed - now + ARGV[5]))
return load(KEYS[1])
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
