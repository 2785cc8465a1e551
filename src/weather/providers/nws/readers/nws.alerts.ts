import type { Alert, Alerts } from '../../../datasets/alerts/alerts.js';
import { joinWithinLimits } from '../../../values/value-text.js';
import { ProviderError } from '../../provider.error.js';
import { featuresOf, instantOf, isWord, severityOf } from '../../upstream/cap.js';
import { isRecord, textOrNull, valueAt, type JsonRecord } from '../../upstream/json.js';
import { eventsOf, replacedBy } from './nws.vtec.js';

/**
 * Reads `/alerts/active?point=` (GeoJSON). What is no alert is left out: tests, exercises, cancellations, "all clear",
 * replaced messages, and hazards that have ended.
 * @throws ProviderError when the body is no list, or nothing is left of one that is not readable: that is not "none"
 */
export function toAlerts(body: unknown, nowMs: number): Alerts {
  const messages = featuresOf(body).map((feature) => valueAt(feature, 'properties'));
  const readable = messages.filter(isReadable);
  const replaced = new Set(readable.flatMap(replacedBy));
  const current = readable.filter(
    (message) => isInForce(message, nowMs) && !replaced.has(String(message['id'])),
  );
  if (current.length === 0 && readable.length < messages.length) {
    throw new ProviderError('malformed', 'the answer holds no readable alert');
  }
  return { alerts: newestOfEach(current) };
}

function isReadable(message: unknown): message is JsonRecord {
  return (
    isRecord(message) &&
    textOrNull(message['id']) !== null &&
    textOrNull(message['status']) !== null
  );
}

/** `expires` ends the life of a message, often before the hazard begins: it counts only where no end is known. */
function isInForce(message: JsonRecord, nowMs: number): boolean {
  const { status, messageType, response, expires } = message;
  const events = eventsOf(message);
  const isOver = events.length > 0 && events.every((event) => event.isOver);
  const untilMs = endsAtMs(message) ?? instantOf(expires) ?? Infinity;
  return (
    isWord(status, 'actual') &&
    !isWord(messageType, 'cancel') &&
    !isWord(response, 'allclear') &&
    !isOver &&
    untilMs > nowMs
  );
}

/** The end of the hazard; null when it is open, "until further notice". */
function endsAtMs(message: JsonRecord): number | null {
  const ending = valueAt(message, 'parameters', 'eventEndingTime');
  return instantOf(message['ends']) ?? instantOf(Array.isArray(ending) ? ending[0] : undefined);
}

/** A county and a forecast zone may have a message each for one event. */
function newestOfEach(messages: readonly JsonRecord[]): Alert[] {
  const bySent = messages.toSorted((a, b) => sentAtMs(a) - sentAtMs(b));
  return [...new Map(bySent.map(toAlert).map((alert) => [alert.id, alert])).values()];
}

function sentAtMs({ sent }: JsonRecord): number {
  return instantOf(sent) ?? 0;
}

/** The id is that of the event, because each update is a message with an id of its own. */
function toAlert(message: JsonRecord): Alert {
  const { headline, description, instruction, areaDesc, onset, effective } = message;
  const texts = [headline, description, instruction].flatMap((text) => textOrNull(text) ?? []);
  const areas = (textOrNull(areaDesc) ?? '').split(/;\s*/);
  return {
    id: eventsOf(message).find(({ isOver }) => !isOver)?.id ?? String(message['id']),
    title: textOrNull(message['event']),
    severity: severityOf(message['severity']),
    category: textOrNull(message['category']),
    source: textOrNull(message['senderName']),
    area: joinWithinLimits('alertArea', areas, '; '),
    text: joinWithinLimits('alertText', texts, '\n\n'),
    startsAtMs: instantOf(onset) ?? instantOf(effective),
    endsAtMs: endsAtMs(message),
  };
}
