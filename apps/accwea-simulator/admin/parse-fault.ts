import { ENDPOINTS } from '../server/call.js';
import { FAULT_KINDS, isFaultKind } from '../faults/fault-kinds.js';
import type { Fault } from '../faults/fault.js';

/** Validates the JSON of an admin request. @throws Error that names the invalid field */
export function parseFault(body: unknown): Fault {
  const given = Object(body) as Record<keyof Fault, unknown>;
  const { kind, endpoint, times, retryAfterSeconds } = given;
  if (!isFaultKind(kind)) {
    throw new Error(`kind must be one of ${Object.keys(FAULT_KINDS).join(', ')}`);
  }
  const known = ENDPOINTS.find((name) => name === endpoint);
  if (endpoint !== undefined && !known) {
    throw new Error(`endpoint must be one of ${ENDPOINTS.join(', ')}`);
  }
  return {
    kind,
    endpoint: known,
    target: text(given.target),
    span: count('span', given.span),
    times: count('times', times),
    retryAfterSeconds: count('retryAfterSeconds', retryAfterSeconds),
    location: text(given.location),
    path: text(given.path),
    values: record('values', given.values),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function record(name: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`${name} must be an object`);
}

function count(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new Error(`${name} must be a whole number`);
}
