import type { CompactCodec } from '@app/read-through/compact-codec.js';
import { ProviderError } from './provider.error.js';

/**
 * What a provider sent, within the bounds of the record that is stored: null instead of each field that
 * is out of bounds.
 * @throws ProviderError when no record is left
 */
export function bounded<T>(codec: Pick<CompactCodec<T>, 'bounded'>, value: T, nowMs: number): T {
  const kept = codec.bounded(value, nowMs);
  if (kept === undefined) throw new ProviderError('malformed', 'the answer is out of bounds');
  return kept;
}
