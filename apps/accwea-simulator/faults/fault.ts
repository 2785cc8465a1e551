import type { Endpoint } from '../server/call.js';
import type { FaultKind } from './fault-kinds.js';

/** A fault, the affected endpoint, and the number of calls. */
export interface Fault {
  readonly kind: FaultKind;
  /** Default: all weather endpoints. */
  readonly endpoint?: Endpoint | undefined;
  /** The only affected location key, or `48.875,2.305` of a search or minute forecast. Default: all. */
  readonly target?: string | undefined;
  /** The only affected number of hours or days of a forecast. Default: all. */
  readonly span?: number | undefined;
  /** The number of calls it affects. Default: until removed. */
  readonly times?: number | undefined;
  /** For `429`: a `Retry-After` header. */
  readonly retryAfterSeconds?: number | undefined;
  /** For `redirect`: the target. Default: another host name of this machine. */
  readonly location?: string | undefined;
  /** For `wrong-types`: the only affected path, such as `Temperature.Metric`. Default: everything. */
  readonly path?: string | undefined;
  /** For `values`: by path, such as `TimeZone.Name`; in a list, in each element. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}
