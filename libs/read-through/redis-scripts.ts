import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';
import { LUA_NOW, MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';

/**
 * In each script: KEYS[1] is the record, KEYS[2] its lease, in the same hash slot. A record that is not
 * one counts as absent; so does one of the future, which a process with a wrong clock stored, and a lease that
 * would last longer than any.
 */

/** Of an instant in ms. */
export const MAX_DIGITS = 15;

const LUA_RECORD = `${LUA_READ}${LUA_NOW}
local function is_past(loaded) return tonumber(loaded) <= now + ${MAX_CLOCK_DIFFERENCE_MS} end

local function load(key)
  local record = read('GET', key) or ''
  local loaded, fresh, stale, dead = string.match(record, '^(%d+)|(%d+)|(%d+)|(%d+)|')
  if not dead or math.max(#loaded, #fresh, #stale, #dead) > ${MAX_DIGITS} then return '' end
  if not is_past(loaded) then return '' end
  return record, tonumber(loaded), tonumber(fresh), tonumber(stale)
end
`;

/** Replies the record, or ''. */
export const FIND = new LuaScript(`${LUA_RECORD}
local record = load(KEYS[1])
return record
`);

/**
 * ARGV: token, lease ms, 'fresh' or 'usable'. Replies {outcome, record or '', lease or ''} with outcome
 * 'found', 'leader' or 'held'.
 */
export const CLAIM = new LuaScript(`${LUA_RECORD}
local record, _, fresh, stale = load(KEYS[1])
local limit = ARGV[3] == 'fresh' and fresh or stale
if limit and now < limit then return {'found', record, ''} end
local left = redis.call('PTTL', KEYS[2])
if left == -1 or left > tonumber(ARGV[2]) then redis.call('DEL', KEYS[2]) end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {'leader', record, ''} end
return {'held', record, read('GET', KEYS[2]) or ''}
`);

/**
 * ARGV: token, the load's start ms, record, the record's end ms. A holder that lost its lease writes only
 * over a record whose load started earlier than its own. Replies '' or the newer record in place.
 */
export const SETTLE = new LuaScript(`${LUA_RECORD}
local mine = read('GET', KEYS[2]) == ARGV[1]
local record, loaded = load(KEYS[1])
if not mine and loaded and loaded >= tonumber(ARGV[2]) then return record end
local life = ARGV[4] - now
if is_past(ARGV[2]) and life > 0 then
  redis.call('SET', KEYS[1], ARGV[3], 'PX', string.format('%.0f', life))
end
if mine then redis.call('DEL', KEYS[2]) end
return ''
`);

/** ARGV: token, failure, ms to keep it. The failure replaces the lease, so that followers see it. */
export const FAIL = new LuaScript(`${LUA_READ}
if read('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 1
`);

/** ARGV: token. */
export const RELEASE = new LuaScript(`${LUA_READ}
if read('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
return 1
`);

/** ARGV: token, lease ms. Replies 0 when another caller holds the lease. */
export const RENEW = new LuaScript(`${LUA_READ}
if read('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1
`);

/** ARGV: the load's start ms. Deletes the record unless another one took its place. */
export const DISCARD = new LuaScript(`${LUA_READ}
local loaded = string.match(read('GET', KEYS[1]) or '', '^(%d+)|')
if not loaded or tonumber(loaded) ~= tonumber(ARGV[1]) then return 0 end
redis.call('DEL', KEYS[1])
return 1
`);
