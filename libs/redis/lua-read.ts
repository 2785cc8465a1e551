/**
 * Lua for the start of a script: `read(command, key, …)` runs a command that reads a key. A key of
 * another type is deleted and counts as absent, because every command on the key would fail. Other errors end the script.
 */
export const LUA_READ = `
local function read(command, key, ...)
  local reply = redis.pcall(command, key, ...)
  if type(reply) ~= 'table' or not reply.err then return reply end
  if string.find(reply.err, 'WRONGTYPE', 1, true) then redis.call('DEL', key) end
  return redis.call(command, key, ...)
end
`;
