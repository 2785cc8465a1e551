import {
  ALERT_SEVERITIES,
  type Alert,
  type AlertSeverity,
  type Alerts,
} from '../../../datasets/alerts/alerts.js';
import { ProviderError } from '../../provider.error.js';
import {
  numberOrNull,
  recordsOf,
  textOrNull,
  valueAt,
  type JsonRecord,
} from '../../upstream/json.js';
import { joinWithinLimits, type TextKind } from '../../../values/value-text.js';
import { toInstantMs } from './accwea.fields.js';

/** `Priority`: 1 is the highest (vendor page "alerts parameters"). */
const SEVERITIES: ReadonlyMap<unknown, AlertSeverity> = new Map([
  [1, 'extreme'],
  [2, 'severe'],
  [3, 'moderate'],
  [4, 'minor'],
  [5, 'minor'],
]);

/**
 * Reads official alerts (`/alerts/v1/{key}?details=true`): a list, empty when there are none. An alert
 * without an id is omitted; alerts with the same id are merged over all areas.
 * @throws ProviderError when the body is not a list, or a list without a readable alert, which is not "none"
 */
export function toAlerts(body: unknown): Alerts {
  const alerts = [...byId(recordsOf(body))].map(([id, parts]) => readAlert(id, parts));
  if (!Array.isArray(body) || (body.length > 0 && alerts.length === 0)) {
    throw new ProviderError('malformed', 'the answer holds no list of alerts');
  }
  return { alerts };
}

function byId(alerts: readonly JsonRecord[]): Map<string, [JsonRecord, ...JsonRecord[]]> {
  const groups = new Map<string, [JsonRecord, ...JsonRecord[]]>();
  for (const alert of alerts) {
    const id = idOf(alert);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(alert);
    else groups.set(id, [alert]);
  }
  return groups;
}

function idOf({ AlertID: id }: JsonRecord): string | null {
  return numberOrNull(id)?.toString() ?? textOrNull(id);
}

/** Uses the texts of the first part and the highest severity of all parts. */
function readAlert(id: string, parts: readonly [JsonRecord, ...JsonRecord[]]): Alert {
  const [first] = parts;
  const areas = parts.flatMap((part) => recordsOf(part['Area']));
  const severities = parts.map(({ Priority }) => SEVERITIES.get(Priority) ?? 'unknown');
  return {
    id,
    title:
      textOrNull(valueAt(first, 'Description', 'English')) ??
      textOrNull(valueAt(first, 'Description', 'Localized')),
    severity: ALERT_SEVERITIES.find((severity) => severities.includes(severity)) ?? 'unknown',
    category: textOrNull(first['Category']),
    source: textOrNull(first['Source']),
    area: joined('alertArea', areas, 'Name', ', '),
    text: joined('alertText', areas, 'Text', '\n\n'),
    startsAtMs: bound(areas, 'EpochStartTime', Math.min),
    endsAtMs: bound(areas, 'EpochEndTime', Math.max),
  };
}

/** The distinct texts of the areas, as far as they fit: neighbouring areas usually have the same text. */
function joined(
  kind: TextKind,
  areas: readonly JsonRecord[],
  field: string,
  separator: string,
): string | null {
  const texts = areas.map((area) => textOrNull(area[field])).filter((text) => text !== null);
  return joinWithinLimits(kind, [...new Set(texts)], separator);
}

/** The outermost instant of all areas; null (open-ended) if it is unknown for one of them. */
function bound(
  areas: readonly JsonRecord[],
  field: string,
  outermost: (a: number, b: number) => number,
): number | null {
  const instantsMs = areas.map((area) => toInstantMs(area[field]));
  const known = instantsMs.filter((instantMs) => instantMs !== null);
  return known.length === 0 || known.length < instantsMs.length
    ? null
    : known.reduce((a, b) => outermost(a, b));
}
