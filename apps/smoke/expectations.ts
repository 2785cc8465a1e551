import type { Answer } from './check.js';

const FARTHEST_PLACE_KM = 50;
const CLOCKS_DIFFER_BY_MS = 5_000;

/** No fault when it holds. */
export function expect(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

export function expectStatus(answer: Answer | undefined, status: number): string[] {
  return expect(answer?.status === status, `${answer?.status} instead of ${status}`);
}

export function expectHeader(answer: Answer | undefined, name: string, pattern: RegExp): string[] {
  const value = answer?.headers.get(name) ?? '';
  return expect(pattern.test(value), `${name} is ${JSON.stringify(value)}`);
}

export function expectProblem(answer: Answer | undefined, status: number, type: string): string[] {
  return [
    ...expectStatus(answer, status),
    ...expectHeader(answer, 'content-type', /^application\/problem\+json/),
    ...expectHeader(answer, 'x-request-id', /./),
    ...expect(answer?.body['type'] === `/problems/${type}`, 'the problem is another'),
    ...expect(answer?.body['status'] === status, 'its body says another status'),
    ...expect(Boolean(answer?.body['traceId']), 'it has no traceId'),
  ];
}

export function expectFields(answer: Answer | undefined, fields: readonly string[]): string[] {
  const given = Object.keys(answer?.body ?? {}).toSorted();
  return expect(given.join() === fields.join(), `the fields are ${given.join(', ')}`);
}

/** Null is right, too: the provider did not tell. */
export function expectRange(
  answer: Answer | undefined,
  field: string,
  least: number,
  most: number,
): string[] {
  const value = answer?.body[field];
  const isRight = value === null || (typeof value === 'number' && value >= least && value <= most);
  return expect(isRight, `${field} is ${JSON.stringify(value)}`);
}

/** Both say the same but for the rounding of the imperial one. */
export function expectSame(
  metric: Answer | undefined,
  imperial: Answer | undefined,
  field: string,
  meters: number,
  step: number,
): string[] {
  const [inMeters, converted] = [metric?.body[field], imperial?.body[field]];
  if (inMeters === null && converted === null) return [];
  const difference = Math.abs(Number(inMeters) / meters - Number(converted));
  return expect(difference <= step, `${field} differs between the units`);
}

/** The header fields by which a watch keeps an answer and asks for it again. */
export function expectKept(answer: Answer | undefined): string[] {
  return [
    ...expectHeader(answer, 'cache-control', /^private, max-age=[1-9]\d*, stale-if-error=\d+$/),
    ...expectHeader(answer, 'cache-status', /^mfapi; /),
    ...expectHeader(answer, 'etag', /^W\/"[^"]+"$/),
  ];
}

/** Whose weather, of which place, and until when: some watches see no header. */
export function expectWhere(answer: Answer | undefined): string[] {
  const { origin, attribution, place, expiresAt, stale } = answer?.body ?? {};
  const { distanceKm } = (place ?? {}) as { distanceKm?: number | null };
  return [
    ...expect(origin === 'accwea' || origin === 'open-meteo', `the origin is ${String(origin)}`),
    ...expect(Boolean(attribution), 'nobody is named whose data it is'),
    ...expect((distanceKm ?? 0) <= FARTHEST_PLACE_KM, `the place is ${distanceKm} km away`),
    ...expect(
      stale === true || Date.parse(String(expiresAt)) > Date.now() - CLOCKS_DIFFER_BY_MS,
      `it is not stale, but was over at ${String(expiresAt)}`,
    ),
  ];
}

/** A list of 1 to `most` entries, each later than the one before. */
export function expectRising(
  answer: Answer | undefined,
  list: string,
  by: string,
  most: number,
): string[] {
  const entries = (answer?.body[list] ?? []) as Record<string, unknown>[];
  const times = entries.map((entry) => Date.parse(String(entry[by])));
  const rises = times.every((time, at) => at === 0 || time > (times[at - 1] ?? NaN));
  return [
    ...expect(times.length >= 1 && times.length <= most, `${times.length} ${list}`),
    ...expect(rises && !times.some(Number.isNaN), `${list} are not in order`),
  ];
}
