/**
 * How much a caller needs an answer of the source, for a source whose calls are limited.
 *
 * - `refresh`: no caller waits; a copy is served meanwhile
 * - `expired`: a caller waits, and an expired copy can be served if the load fails
 * - `missing`: a caller waits, and there is no copy
 */
export type Priority = 'refresh' | 'expired' | 'missing';
