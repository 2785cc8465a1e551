import type { Contract, Operation, Parameter, Schema } from '../contract.js';
import type { FuzzRequest } from '../requests/fuzz-request.js';

/** What the contract permits as the answer to a request. */
export interface ExpectedAnswer {
  readonly kind: 'valid' | 'invalid parameters' | 'no token' | 'unknown path' | 'unreadable';
  readonly statuses: readonly number[];
  /** The operation whose body is sent, for a valid request. */
  readonly operation?: Operation;
  /** The names of the parameters at fault. */
  readonly faults?: readonly string[];
}

const MAX_URL_LENGTH = 2_000;
/** What depends on the weather and on the copy of the watch, not on the request's validity. */
const ANSWERS_TO_VALID = [200, 304, 404];
const PLACES = 'at';
const POSITION: readonly string[] = ['lt', 'lg'];
const ANY_TEXT = { type: 'string' };
const DIGITS = /^[+-]?\d+$/;
/** Texts that JavaScript converts to a number, and that are none for others. */
const NOT_DECIMAL = /^$|\s|0[xob]/i;

/** Judges a request by `openapi.yaml` alone. */
export function expectedAnswer(
  { method, target, credentials }: FuzzRequest,
  contract: Contract,
): ExpectedAnswer {
  if (!isReadable(target)) return { kind: 'unreadable', statuses: [400, 414, 431] };
  const [path, query] = splitAt(target, '?');
  const operation = contract.operation(decoded(path), method);
  if (!operation) return { kind: 'unknown path', statuses: [204, 400, 404, 405] };
  if (operation.security.length > 0 && credentials !== 'token') {
    return { kind: 'no token', statuses: [401] };
  }
  const sent = new URLSearchParams(query);
  const faults = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .filter((parameter) => !isValid(inPlaceOfOthers(parameter, operation, sent), sent))
    .map(({ name }) => name);
  if (faults.length > 0) return { kind: 'invalid parameters', statuses: [400], faults };
  const statuses = ANSWERS_TO_VALID.filter((status) => operation.responses[status]);
  return { kind: 'valid', statuses, operation };
}

/** A URL is ASCII (RFC 3986 section 2), and ours has a maximum length. */
function isReadable(target: string): boolean {
  return target.length <= MAX_URL_LENGTH && /^[\x21-\x7e]*$/.test(target);
}

/** Places stand in place of a position, which OpenAPI 3.0 cannot say: without them, the position is required. */
function inPlaceOfOthers(
  parameter: Parameter,
  { parameters }: Operation,
  sent: URLSearchParams,
): Parameter {
  const mayHavePlaces = parameters.some(({ name }) => name === PLACES);
  if (!mayHavePlaces || !POSITION.includes(parameter.name)) return parameter;
  return sent.has(PLACES)
    ? { ...parameter, required: false, schema: ANY_TEXT }
    : { ...parameter, required: true };
}

/** A text without limits is never invalid, however often it is given. */
function isValid({ name, required, schema }: Parameter, sent: URLSearchParams): boolean {
  const texts = sent.getAll(name);
  if (texts.length === 0) return !required;
  if (schema.type === 'array') {
    const isEmpty = texts.length === 1 && texts[0] === '';
    return texts.length <= (schema.maxItems ?? Infinity) && !isEmpty && !sentAny(POSITION, sent);
  }
  if (schema.type === 'string' && !schema.enum) return true;
  return texts.length === 1 && isValidText(texts[0] ?? '', schema);
}

function isValidText(text: string, { type, enum: words, minimum, maximum }: Schema): boolean {
  if (words) return words.includes(text);
  const value = type === 'integer' && !DIGITS.test(text) ? NaN : decimal(text);
  return (
    Number.isFinite(value) && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)
  );
}

const sentAny = (names: readonly string[], sent: URLSearchParams): boolean =>
  names.some((name) => sent.has(name));

const decimal = (text: string): number => (NOT_DECIMAL.test(text) ? NaN : Number(text));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function splitAt(text: string, sign: string): readonly [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
