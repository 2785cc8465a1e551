import { LuaScript } from '@app/redis/lua-script.js';

/** In each script: KEYS[1] is the record, KEYS[2] its lease, in the same hash slot. */

/**
 * ARGV: token, lease ms, now ms, 'fresh' or 'usable'. Replies {outcome, record or '', lease or ''}
 * with outcome 'found', 'leader' or 'held'.
 */
export const CLAIM = new LuaScript(`
local record = redis.call('GET', KEYS[1]) or ''
local fresh, stale = string.match(record, '^%d+|(%d+)|(%d+)|%d+|')
local limit = ARGV[4] == 'fresh' and fresh or stale
if limit and tonumber(ARGV[3]) < tonumber(limit) then return {'found', record, ''} end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {'leader', record, ''} end
return {'held', record, redis.call('GET', KEYS[2])}
`);

/**
 * ARGV: token, the load's start ms, record, life ms. A holder that lost its lease writes only over a
 * record whose load started earlier than its own. Replies '' or the newer record in place.
 */
export const SETTLE = new LuaScript(`
local mine = redis.call('GET', KEYS[2]) == ARGV[1]
local record = redis.call('GET', KEYS[1]) or ''
local loaded = string.match(record, '^(%d+)|')
if not mine and loaded and tonumber(loaded) >= tonumber(ARGV[2]) then return record end
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
if mine then redis.call('DEL', KEYS[2]) end
return ''
`);

/** ARGV: token, failure, ms to keep it. The failure replaces the lease, so that followers see it. */
export const FAIL = new LuaScript(`
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 1
`);

/** ARGV: token. */
export const RELEASE = new LuaScript(`
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
return 1
`);

/** ARGV: token, lease ms. Replies 0 when another caller holds the lease. */
export const RENEW = new LuaScript(`
if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1
`);
