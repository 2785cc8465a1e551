import { LUA_READ } from '@app/redis/lua-read.js';
import { LuaScript } from '@app/redis/lua-script.js';
import { LUA_NOW, MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';
import { SYNC_TIMEOUT_MS } from './budget-store.js';

/**
 * In each script KEYS[1] is a hash:
 *
 * | field | |
 * |---|---|
 * | `memory` | the epoch: random, drawn when the hash was created |
 * | `heardAt`, `opensAt` | time of the last request (ms); until when nothing is issued |
 * | `issued` | all calls issued since the hash was created |
 * | `pod:<id>` | `issued` as that process knows it, `|`, the time of its last request |
 * | `<window>:from`, `:to` | the window, ms |
 * | `<window>:before`, `:issued` | its calls: upper bound before the hash was created, and since |
 * | `<window>:shares` | shares of the reserve given away |
 *
 * A key that holds anything else has lost its data: it begins a new epoch, and the calls that it counted
 * are learnt from the processes again. To read a bad field as 0 would issue them twice.
 *
 * The hash has no expiry: a Redis that is full with `maxmemory-policy volatile-…` evicts only keys that have one.
 *
 * Time is that of Redis. A process says which window it is in; one whose clock is wrong has to wait,
 * because a day begins with the call, and what it says of windows that are not now is not learnt.
 */

/** No window begins so far in the future, or lasts longer than a month. */
const MAX_AHEAD_MS = 24 * 3_600_000;
const MAX_SPAN_MS = 31 * MAX_AHEAD_MS;
/** Of the hash, and of a name or value in it: processes read it several times a second. */
const MAX_FIELDS = 5_000;
const MAX_LENGTH = 100;

/** Replies the hash, or an empty one after it was deleted because it is too large or a field is not what it should be. */
const LOAD = `${LUA_READ}${LUA_NOW}
local COUNTERS = {from = true, to = true, before = true, issued = true}
local function is_count(value) return value and #value <= 15 and string.find(value, '^%d+$') end

local function is_sound(hash)
  if not (is_count(hash.heardAt) and is_count(hash.opensAt)) then return false end
  for field, value in pairs(hash) do
    if math.max(#field, #value) > ${MAX_LENGTH} then return false end
    local window, part = string.match(field, '^(.+):(.+)$')
    if window == 'pod' then
      if not string.find(value, '^%d+|%d+$') then return false end
    elseif COUNTERS[part] or part == 'shares' then
      for counter in pairs(COUNTERS) do
        if not is_count(hash[window .. ':' .. counter]) then return false end
      end
      if not string.find(hash[window .. ':shares'] or '', '^%-?%d+$') then return false end
      if tonumber(hash[window .. ':from']) > now + ${MAX_AHEAD_MS} then return false end
      if hash[window .. ':to'] - hash[window .. ':from'] > ${MAX_SPAN_MS} then return false end
    end
  end
  return not hash.issued or is_count(hash.issued)
end

local function load(key)
  local hash = {}
  if read('HLEN', key) > ${MAX_FIELDS} then redis.call('DEL', key) end
  local flat = read('HGETALL', key)
  for i = 1, #flat, 2 do hash[flat[i]] = flat[i + 1] end
  if hash.memory and is_sound(hash) then return hash end
  redis.call('DEL', key)
  return {}
end
`;

/**
 * ARGV: act, pod, epoch or '', issued or '', name for a new epoch, max lag, max shares, time of the process; then per
 * window: name, from, to, known or '', max issued, 1 if a share is wanted.
 * Replies {outcome, epoch, issued}, and per window from, to, count, share.
 */
export const SEND = new LuaScript(`${LOAD}
local act, pod, max_lag, max_shares = ARGV[1], ARGV[2], tonumber(ARGV[6]), tonumber(ARGV[7])
local hash, changes = load(KEYS[1]), {}
local function get(field) return tonumber(hash[field]) or 0 end
local function set(field, value)
  hash[field] = type(value) == 'number' and string.format('%.0f', value) or value
  changes[#changes + 1] = field
  changes[#changes + 1] = hash[field]
end

local function begin(w)
  set(w.name .. ':from', w.from)
  set(w.name .. ':to', w.to)
  for _, counter in ipairs({':before', ':issued', ':shares'}) do set(w.name .. counter, 0) end
end
local function count(w) return get(w.name .. ':before') + get(w.name .. ':issued') end
local function ended(w) return now >= get(w.name .. ':to') end

local function learn(w, lost)
  if not w.known and not lost then return end
  if ended(w) or w.from >= get(w.name .. ':to') then
    begin(w)
  elseif w.to <= get(w.name .. ':from') then
    return
  elseif w.from < get(w.name .. ':from') then
    set(w.name .. ':from', w.from)
    set(w.name .. ':to', w.to)
  end
  local known = w.known or 0
  if lost then
    set(w.name .. ':before', math.max(get(w.name .. ':before'), known + max_lag))
    set(w.name .. ':shares', max_shares)
  elseif known > count(w) then
    set(w.name .. ':before', known + max_lag - get(w.name .. ':issued'))
  end
end

local function someone_lags()
  for field, sync in pairs(hash) do
    local other = string.match(field, '^pod:(.+)$')
    if other and other ~= pod then
      local issued, at = string.match(sync, '^(%d+)|(%d+)$')
      if math.abs(now - at) > ${SYNC_TIMEOUT_MS} then
        redis.call('HDEL', KEYS[1], field)
      elseif get('issued') - issued >= max_lag then
        return true
      end
    end
  end
  return false
end

if not hash.memory then set('memory', ARGV[5]) end
if math.abs(now - get('heardAt')) > ${SYNC_TIMEOUT_MS} then set('opensAt', now + ${SYNC_TIMEOUT_MS}) end
set('opensAt', math.min(get('opensAt'), now + ${SYNC_TIMEOUT_MS}))
set('heardAt', now)
if ARGV[3] == hash.memory then
  set('pod:' .. pod, ARGV[4] .. '|' .. string.format('%.0f', now))
end
local windows, is_now = {}, math.abs(ARGV[8] - now) <= ${MAX_CLOCK_DIFFERENCE_MS}
for i = 9, #ARGV, 6 do
  local w = {name = ARGV[i], from = tonumber(ARGV[i + 1]), to = tonumber(ARGV[i + 2]),
    known = tonumber(ARGV[i + 3]), max_issued = tonumber(ARGV[i + 4]), wants = ARGV[i + 5] == '1'}
  if w.from <= now + ${MAX_CLOCK_DIFFERENCE_MS} and now < w.to then
    learn(w, ARGV[3] ~= '' and ARGV[3] ~= hash.memory)
  else
    is_now = false
  end
  windows[#windows + 1] = w
end

local closed = now < get('opensAt')
local outcome = (closed or not is_now or someone_lags()) and 'wait' or 'open'
if act == 'take' then
  for _, w in ipairs(windows) do
    if not ended(w) and count(w) >= w.max_issued then outcome = 'refused' end
  end
  if outcome == 'open' then
    outcome = 'granted'
    set('issued', get('issued') + 1)
    for _, w in ipairs(windows) do
      if ended(w) then begin(w) end
      set(w.name .. ':issued', get(w.name .. ':issued') + 1)
    end
  end
end

local reply = {outcome, hash.memory, get('issued')}
for _, w in ipairs(windows) do
  local share = 'none'
  if closed or ended(w) then
    share = 'later'
  elseif w.wants and get(w.name .. ':shares') < max_shares then
    share = 'given'
    set(w.name .. ':shares', get(w.name .. ':shares') + 1)
  end
  for _, value in ipairs({get(w.name .. ':from'), get(w.name .. ':to'), count(w), share}) do
    reply[#reply + 1] = value
  end
end
redis.call('HSET', KEYS[1], unpack(changes))
redis.call('PERSIST', KEYS[1])
return reply
`);

/** ARGV: pod, epoch; then per share: window, its end. */
export const LEAVE = new LuaScript(`${LUA_READ}
if read('HGET', KEYS[1], 'memory') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'pod:' .. ARGV[1])
for i = 3, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i] .. ':to') == ARGV[i + 1] then
    redis.call('HINCRBY', KEYS[1], ARGV[i] .. ':shares', -1)
  end
end
return 1
`);
