import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';

/**
 * In each script: KEYS[1] is the record, KEYS[2] its lease, in the same hash slot. A record that is not
 * one counts as absent, and so does a lease that would last longer than any.
 */

/** Of an instant in ms. */
export const MAX_DIGITS = 15;

/**
 * ARGV: token, lease ms, now ms, 'fresh' or 'usable'. Replies {outcome, record or '', lease or ''}
 * with outcome 'found', 'leader' or 'held'.
 */
export const CLAIM = new LuaScript(`${LUA_READ}
local record = read('GET', KEYS[1]) or ''
local loaded, fresh, stale, dead = string.match(record, '^(%d+)|(%d+)|(%d+)|(%d+)|')
local limit = ARGV[4] == 'fresh' and fresh or stale
local readable = limit and math.max(#loaded, #fresh, #stale, #dead) <= ${MAX_DIGITS}
if readable and tonumber(ARGV[3]) < tonumber(limit) then return {'found', record, ''} end
local left = redis.call('PTTL', KEYS[2])
if left == -1 or left > tonumber(ARGV[2]) then redis.call('DEL', KEYS[2]) end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {'leader', record, ''} end
return {'held', record, read('GET', KEYS[2]) or ''}
`);

/**
 * ARGV: token, the load's start ms, record, life ms. A holder that lost its lease writes only over a
 * record whose load started earlier than its own. Replies '' or the newer record in place.
 */
export const SETTLE = new LuaScript(`${LUA_READ}
local mine = read('GET', KEYS[2]) == ARGV[1]
local record = read('GET', KEYS[1]) or ''
local loaded = string.match(record, '^(%d+)|%d+|%d+|%d+|')
if not mine and loaded and tonumber(loaded) >= tonumber(ARGV[2]) then return record end
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
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
