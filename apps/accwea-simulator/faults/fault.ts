import type { Endpoint } from '../server/call.js';
import type { FaultKind } from './fault-kinds.js';

/** What goes wrong, where, and how often. */
export interface Fault {
  readonly kind: FaultKind;
  /** All weather endpoints when left out. */
  readonly endpoint?: Endpoint | undefined;
  /** Calls that it spoils; until removed when left out. */
  readonly times?: number | undefined;
  /** For `429`: a `Retry-After` header. */
  readonly retryAfterSeconds?: number | undefined;
  /** For `redirect`: where to; another host name of this machine when left out. */
  readonly location?: string | undefined;
  /** For `wrong-types`: `Temperature.Metric`, what alone it spoils; everything when left out. */
  readonly path?: string | undefined;
}
