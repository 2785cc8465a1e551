import type { Endpoint } from '../server/call.js';
import type { FaultKind } from './fault-kinds.js';

/** What goes wrong, where, and how often. */
export interface Fault {
  readonly kind: FaultKind;
  /** All weather endpoints when left out. */
  readonly endpoint?: Endpoint | undefined;
  /** The number of calls it affects. Default: until removed. */
  readonly times?: number | undefined;
  /** For `429`: a `Retry-After` header. */
  readonly retryAfterSeconds?: number | undefined;
  /** For `redirect`: where to; another host name of this machine when left out. */
  readonly location?: string | undefined;
  /** For `wrong-types`: the only affected path, such as `Temperature.Metric`. Default: everything. */
  readonly path?: string | undefined;
}
