import type { ErrorEvent, Exception } from '@sentry/node';
import { redact } from './redact-text.js';

const EVENT_FIELDS = [
  'event_id',
  'timestamp',
  'platform',
  'level',
  'release',
  'environment',
  'tags',
] as const;
const FRAME_FIELDS = ['filename', 'function', 'module', 'lineno', 'colno', 'in_app'] as const;

/**
 * Keeps the listed fields of a Sentry event. An allowlist, so that whatever a later release of the SDK
 * collects is not sent.
 */
export function scrubEvent(event: ErrorEvent, secrets: readonly string[]): ErrorEvent {
  const values = event.exception?.values ?? [];
  return {
    type: undefined,
    ...pick(event, EVENT_FIELDS),
    exception: { values: values.map((value) => scrubException(value, secrets)) },
  };
}

function scrubException(exception: Exception, secrets: readonly string[]): Exception {
  const { value = '', mechanism, stacktrace } = exception;
  return {
    ...pick(exception, ['type']),
    value: redact(value, secrets),
    ...(mechanism && { mechanism: pick(mechanism, ['type', 'handled']) }),
    stacktrace: { frames: (stacktrace?.frames ?? []).map((frame) => pick(frame, FRAME_FIELDS)) },
  };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  const present = keys.filter((key) => from[key] !== undefined);
  return Object.fromEntries(present.map((key) => [key, from[key]])) as Pick<T, K>;
}
