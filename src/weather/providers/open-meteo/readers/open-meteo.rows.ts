import { isRecord, type JsonRecord } from '../../upstream/json.js';
import { ProviderError } from '../../provider.error.js';
import { instantMs, type Quantity } from './open-meteo.units.js';

/** A variable of the vendor and its quantity. */
export type Variable = readonly [name: string, quantity: Quantity];

/** The source variable of each field. */
export type Variables<Field extends string> = Readonly<Record<Field, Variable>>;

/** The values of one instant. */
export interface Row {
  /** Milliseconds since the Unix epoch; null when it is unreadable. */
  readonly atMs: number | null;
  /** Unchecked. */
  readonly valueOf: (name: string) => unknown;
  readonly units: JsonRecord;
}

/** A row with a known instant. */
export interface TimedRow extends Row {
  readonly atMs: number;
}

/** The variable names for `current=`, `minutely_15=`, `hourly=` and `daily=`. */
export function namesOf(...tables: readonly Variables<string>[]): string {
  return tables
    .flatMap((table) => Object.values(table))
    .map(([name]) => name)
    .join(',');
}

/** A field whose variable is unreadable is null. */
export function readFields<Field extends string>(
  row: Row | undefined,
  variables: Variables<Field>,
): Record<Field, number | null> {
  const fields = Object.entries<Variable>(variables).map(([field, [name, quantity]]) => [
    field,
    row ? quantity(row.valueOf(name), row.units[name]) : null,
  ]);
  return Object.fromEntries(fields) as Record<Field, number | null>;
}

/**
 * The response for one place. It may be a list of one, as for several places.
 * @throws ProviderError for any other body
 */
export function singleResponse(body: unknown): JsonRecord {
  const answer: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
  if (!isRecord(answer)) throw new ProviderError('malformed', 'the response is not for one place');
  return answer;
}

/** `current`: one value per variable. */
export function currentRow(answer: JsonRecord): Row {
  const { values, units } = blockOf(answer, 'current');
  return {
    atMs: instantMs(values['time'], units['time']),
    valueOf: (name) => values[name],
    units,
  };
}

/**
 * `minutely_15`, `hourly` or `daily`: lists parallel to the list of times. Sorted by time; rows without a time are
 * omitted.
 */
export function rowsOf(answer: JsonRecord, block: 'minutely_15' | 'hourly' | 'daily'): TimedRow[] {
  const { values, units } = blockOf(answer, block);
  const rows = listOf(values['time']).flatMap((time, position) => {
    const atMs = instantMs(time, units['time']);
    const valueOf = (name: string): unknown => listOf(values[name])[position];
    return atMs === null ? [] : [{ atMs, valueOf, units }];
  });
  return rows.toSorted((a, b) => a.atMs - b.atMs);
}

function blockOf(answer: JsonRecord, name: string): { values: JsonRecord; units: JsonRecord } {
  return { values: recordOf(answer[name]), units: recordOf(answer[`${name}_units`]) };
}

const recordOf = (value: unknown): JsonRecord => (isRecord(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
