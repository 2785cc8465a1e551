/**
 * How much the answer of the source is needed, for a source whose calls are limited.
 *
 * - `refresh`: nobody waits, a copy is served meanwhile
 * - `expired`: someone waits, an old copy is at hand if the answer does not come
 * - `missing`: someone waits and there is nothing else
 */
export type Urgency = 'refresh' | 'expired' | 'missing';
