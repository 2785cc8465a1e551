import { LUA_READ } from '@app/redis/lua-read.js';

/**
 * Replaces the library's script, which counts what it refuses: a user would stay locked out by calls that
 * were never made. A key that does not hold a count, or that would last longer than the window, starts anew.
 *
 * ARGV: points (negative = returned), window in seconds, limit. Replies {count, ms left}; a count above
 * the limit means refused.
 */
export const COUNT = `${LUA_READ}
local window, limit = 1000 * ARGV[2], tonumber(ARGV[3])
local stored, left = read('GET', KEYS[1]), redis.call('PTTL', KEYS[1])
local isCount = stored and #stored <= 15 and string.find(stored, '^%d+$') and left >= 0 and left <= window
local count = isCount and tonumber(stored) or 0
if not isCount then left = window end
local counted = math.max(0, count + ARGV[1])
if counted > limit then return {limit + 1, left} end
redis.call('SET', KEYS[1], counted, 'PX', left)
return {counted, left}
`;
