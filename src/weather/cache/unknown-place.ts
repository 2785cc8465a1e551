import { LoadError } from '@app/load/load.error.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';
import type { ProviderFault } from '../providers/provider.error.js';

const UNKNOWN_PLACE: ProviderFault = 'unknown-place';

/**
 * Whether the provider does not know the place of a request; also when the call was not made, because an
 * earlier one found that out in any process.
 */
export function isUnknownPlace(error: unknown): boolean {
  const reason = error instanceof RefusedCallError ? error.by?.reason : LoadError.of(error).code;
  return reason === UNKNOWN_PLACE;
}
