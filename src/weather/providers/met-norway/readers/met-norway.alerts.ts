import type { Alert, AlertSeverity, Alerts } from '../../../datasets/alerts/alerts.js';
import { joinWithinLimits } from '../../../values/value-text.js';
import { ProviderError } from '../../provider.error.js';
import { featuresOf, instantOf, isWord, severityOf } from '../../upstream/cap.js';
import { isRecord, textOrNull, valueAt, type JsonRecord } from '../../upstream/json.js';

const SOURCE = 'MET Norway';

/** A readable message, and the interval in which it is valid. */
interface Message {
  readonly properties: JsonRecord;
  readonly interval: readonly unknown[];
}

/**
 * Reads MetAlerts 2.0 (`current.json`, GeoJSON). What is no alert is left out: tests, cancellations, the level green,
 * and hazards that have ended.
 * @throws ProviderError when the body is no list, or nothing is left of one that is not readable: that is not "none"
 */
export function toAlerts(body: unknown, nowMs: number): Alerts {
  const features = featuresOf(body);
  const readable = features.flatMap((feature) => messageOf(feature) ?? []);
  const alerts = readable.filter((message) => isInForce(message, nowMs)).map(toAlert);
  if (alerts.length === 0 && readable.length < features.length) {
    throw new ProviderError('malformed', 'the answer holds no readable alert');
  }
  return { alerts };
}

function messageOf(feature: unknown): Message | undefined {
  const properties = valueAt(feature, 'properties');
  if (!isRecord(properties)) return undefined;
  if (textOrNull(properties['id']) === null || textOrNull(properties['status']) === null) {
    return undefined;
  }
  const interval = valueAt(feature, 'when', 'interval');
  return { properties, interval: Array.isArray(interval) ? interval : [] };
}

/** The interval ends the life of the message, which does not mean that the weather improves. */
function isInForce({ properties, interval }: Message, nowMs: number): boolean {
  const { status, type, eventEndingTime } = properties;
  const untilMs = instantOf(eventEndingTime) ?? instantOf(interval[1]) ?? Infinity;
  return (
    isWord(status, 'actual') &&
    !isWord(type, 'cancel') &&
    levelOf(properties).colour !== 'green' &&
    untilMs > nowMs
  );
}

/** `awareness_level`, such as `2; yellow; Moderate`: one of MeteoAlarm's four. */
function levelOf({ awareness_level: level }: JsonRecord): {
  colour: string | undefined;
  severity: AlertSeverity;
} {
  const [, colour, severity] = (textOrNull(level) ?? '').split(/\s*;\s*/);
  return { colour: colour?.toLowerCase(), severity: severityOf(severity) };
}

function toAlert({ properties, interval }: Message): Alert {
  const { title, description, consequences, instruction, awareness_type: type } = properties;
  const texts = [title, description, consequences, instruction];
  const { severity } = levelOf(properties);
  return {
    id: String(properties['id']),
    title: textOrNull(properties['eventAwarenessName']) ?? textOrNull(properties['event']),
    severity: severity === 'unknown' ? severityOf(properties['severity']) : severity,
    // `1; Wind`: MeteoAlarm's number, and its word.
    category: textOrNull(textOrNull(type)?.split(/\s*;\s*/)[1]),
    source: SOURCE,
    area: textOrNull(properties['area']),
    text: joinWithinLimits(
      'alertText',
      texts.flatMap((text) => textOrNull(text) ?? []),
      '\n\n',
    ),
    startsAtMs: instantOf(interval[0]),
    endsAtMs: instantOf(properties['eventEndingTime']),
  };
}
