import { endpointOf, type Call } from '../call.js';
import { fingerprintOf } from '../fingerprint.js';
import type { CooldownName, CooldownScope } from './cooldown.js';

const NO_CREDENTIAL = 'none';

/** The names of the cooldowns that can refuse one call. */
export interface CallCooldowns {
  readonly byScope: Readonly<Partial<Record<CooldownScope, CooldownName>>>;
  readonly breaker: CooldownName;
  /** Those that processes share. */
  readonly shared: readonly CooldownName[];
  /** The fingerprint of the API key. */
  readonly credential: string;
}

export function cooldownsOf(call: Call): CallCooldowns {
  const endpoint = endpointOf(call);
  const credential = call.credential === undefined ? NO_CREDENTIAL : fingerprintOf(call.credential);
  const byScope: CallCooldowns['byScope'] = {
    source: 'source',
    ...(call.credential === undefined ? {} : { credential: `key:${credential}` }),
    operation: `lane:${endpoint}:${credential}`,
    item: `item:${endpoint}:${call.item}:${credential}`,
  };
  const shared = Object.values(byScope);
  return { byScope, breaker: `breaker:${endpoint}`, shared, credential };
}

/** The endpoint of a cooldown, or the fingerprint of the API key; undefined for the whole source. */
export function subjectOf(name: CooldownName): string | undefined {
  return name.split(':')[1];
}

/** Whether another API key than this started the cooldown. */
export function isOfOtherCredential(name: CooldownName, credential: string): boolean {
  return /^(?:key|lane|item):/.test(name) && !name.endsWith(`:${credential}`);
}
