/** How far a clock may differ from that of Redis before what it says is not believed, ms. */
export const MAX_CLOCK_DIFFERENCE_MS = 5_000;

/**
 * Lua for the start of a script: `now`, the time of Redis, ms since the epoch. Processes whose clocks differ
 * agree on it.
 */
export const LUA_NOW = `
local time = redis.call('TIME')
local now = 1000 * time[1] + math.floor(time[2] / 1000)
`;
