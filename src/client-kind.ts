import type { Principal } from '@app/auth/principal.js';

/** The values of the label `client`: a user, or a client of `PROBE_CLIENTS`, such as the smoke test. */
export type ClientKind = 'watch' | 'smoke';

/** A request without a valid token counts as one of a watch. */
export function clientKindOf(user: Pick<Principal, 'isProbe'> | undefined): ClientKind {
  return user?.isProbe ? 'smoke' : 'watch';
}
