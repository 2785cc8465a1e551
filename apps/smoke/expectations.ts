import type { SmokeResponse } from './check.js';

const MAX_PLACE_DISTANCE_KM = 50;
const CLOCK_TOLERANCE_MS = 5_000;

/** @returns the fault unless the condition holds */
export function expect(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

export function expectStatus(response: SmokeResponse | undefined, status: number): string[] {
  return expect(response?.status === status, `${response?.status} instead of ${status}`);
}

export function expectHeader(
  response: SmokeResponse | undefined,
  name: string,
  pattern: RegExp,
): string[] {
  const value = response?.headers.get(name) ?? '';
  return expect(pattern.test(value), `${name} is ${JSON.stringify(value)}`);
}

export function expectProblem(
  response: SmokeResponse | undefined,
  status: number,
  type: string,
): string[] {
  return [
    ...expectStatus(response, status),
    ...expectHeader(response, 'content-type', /^application\/problem\+json/),
    ...expectHeader(response, 'x-request-id', /./),
    ...expect(response?.body['type'] === `/problems/${type}`, 'unexpected problem type'),
    ...expect(response?.body['status'] === status, 'the status in the body differs'),
    ...expect(Boolean(response?.body['traceId']), 'the problem has no traceId'),
  ];
}

export function expectFields(
  response: SmokeResponse | undefined,
  fields: readonly string[],
): string[] {
  const given = Object.keys(response?.body ?? {}).toSorted();
  return expect(given.join() === fields.join(), `the fields are ${given.join(', ')}`);
}

/** Null is accepted, because the provider may not report the value. */
export function expectRange(
  response: SmokeResponse | undefined,
  field: string,
  min: number,
  max: number,
): string[] {
  const value = response?.body[field];
  const isValid = value === null || (typeof value === 'number' && value >= min && value <= max);
  return expect(isValid, `${field} is ${JSON.stringify(value)}`);
}

/** Compares a value in both unit systems, within the rounding of the imperial one. */
export function expectSame(
  metric: SmokeResponse | undefined,
  imperial: SmokeResponse | undefined,
  field: string,
  meters: number,
  step: number,
): string[] {
  const [inMeters, converted] = [metric?.body[field], imperial?.body[field]];
  if (inMeters === null && converted === null) return [];
  const difference = Math.abs(Number(inMeters) / meters - Number(converted));
  return expect(difference <= step, `${field} differs between the units`);
}

/** Checks the headers that a watch needs to cache and revalidate an response. */
export function expectCacheHeaders(response: SmokeResponse | undefined): string[] {
  return [
    ...expectHeader(response, 'cache-control', /^private, max-age=[1-9]\d*, stale-if-error=\d+$/),
    ...expectHeader(response, 'cache-status', /^mfapi; /),
    ...expectHeader(response, 'etag', /^W\/"[^"]+"$/),
  ];
}

/** Checks origin, attribution, place and expiry in the body; some watches see no headers. */
export function expectContext(response: SmokeResponse | undefined): string[] {
  const { origin, attribution, place, expiresAt, stale } = response?.body ?? {};
  const { distanceKm } = (place ?? {}) as { distanceKm?: number | null };
  return [
    ...expect(typeof origin === 'string' && origin !== '', `the origin is ${String(origin)}`),
    ...expect(Boolean(attribution), 'the attribution is missing'),
    ...expect((distanceKm ?? 0) <= MAX_PLACE_DISTANCE_KM, `the place is ${distanceKm} km away`),
    ...expect(
      stale === true || Date.parse(String(expiresAt)) > Date.now() - CLOCK_TOLERANCE_MS,
      `it is not marked stale but expired at ${String(expiresAt)}`,
    ),
  ];
}

/** Checks a list of 1 to `max` entries in ascending time order. */
export function expectRising(
  response: SmokeResponse | undefined,
  list: string,
  by: string,
  max: number,
): string[] {
  const entries = (response?.body[list] ?? []) as Record<string, unknown>[];
  const times = entries.map((entry) => Date.parse(String(entry[by])));
  const isAscending = times.every((time, at) => at === 0 || time > (times[at - 1] ?? NaN));
  return [
    ...expect(times.length >= 1 && times.length <= max, `${times.length} ${list}`),
    ...expect(isAscending && !times.some(Number.isNaN), `${list} are not in order`),
  ];
}
