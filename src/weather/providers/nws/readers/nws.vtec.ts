import { recordsOf, textOrNull, valueAt, type JsonRecord } from '../../upstream/json.js';

/**
 * A product of NWS Instruction 10-1703, "Valid Time Event Code": product class, action, office, phenomenon,
 * significance, number of the event in the year.
 */
const CODE =
  /^\/(?<product>[OTEX])\.(?<action>[A-Z]{3})\.(?<event>[A-Z]{4}\.[A-Z]{2}\.[A-Z]\.\d{4})\./;

const OPERATIONAL = 'O';
/** Cancelled, expired, replaced by another event. */
const OVER: ReadonlySet<unknown> = new Set(['CAN', 'EXP', 'UPG']);

/** The event codes of an alert; empty for one that has none, such as a Special Weather Statement. */
export function eventsOf(properties: JsonRecord): readonly { id: string; isOver: boolean }[] {
  const codes = valueAt(properties, 'parameters', 'VTEC');
  return (Array.isArray(codes) ? codes : []).flatMap((code: unknown) => {
    const { product, action, event } = CODE.exec(textOrNull(code) ?? '')?.groups ?? {};
    return event ? [{ id: event, isOver: product !== OPERATIONAL || OVER.has(action) }] : [];
  });
}

/** The ids of the messages that an alert replaces. */
export function replacedBy(properties: JsonRecord): readonly string[] {
  return recordsOf(properties['references']).flatMap(
    ({ identifier }) => textOrNull(identifier) ?? [],
  );
}
