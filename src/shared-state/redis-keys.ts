/**
 * The version of everything that pods share in Redis, one per meaning. Raise a version when what is
 * stored under it changes its meaning, so that an older pod would misread it; an added or dropped
 * field of a record needs no new version (`record-shape.ts`).
 *
 * Pods with different versions do not see each other's keys. While a rollout replaces them, and again
 * when it is rolled back, a raised version costs:
 *
 * | raised | |
 * |---|---|
 * | `records` | new pods start without weather: up to one upstream call more per place and dataset |
 * | `places` | new pods start without places: up to one search more per cell |
 * | `misses` | a user has a second allowance in the hour of the rollout |
 * | `cooldowns` | new pods call a source in cooldown until it rejects them too |
 * | `budget` | new pods start with an unused budget: old and new together may spend it twice |
 *
 * Never raise `budget` in a rolling update: stop all pods first, and lower the limits by what is
 * already spent.
 */
export const REDIS_KEY_VERSIONS = { records: 1, places: 1, misses: 1, cooldowns: 1, budget: 1 };

/** The start of every key, so that an ACL can allow `~mfapi:*` and no more. */
export const REDIS_KEY_PREFIX = 'mfapi:';

/** The prefix of every key of this meaning. */
export function redisKeyPrefix(meaning: keyof typeof REDIS_KEY_VERSIONS): string {
  return `${REDIS_KEY_PREFIX}v${REDIS_KEY_VERSIONS[meaning]}:`;
}
