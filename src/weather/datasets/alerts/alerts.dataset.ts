import { compactCodec } from '@app/read-through/compact-codec.js';
import { listOf } from '@app/read-through/list-shape.js';
import { flat, type Shape } from '@app/read-through/record-shape.js';
import { MINUTE_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import * as is from '../../values/field-readers.js';
import { bySeverity } from './alert-status.js';
import { ALERT_SEVERITIES, type Alert, type Alerts } from './alerts.js';

/** Of all texts of a record, in UTF-16 code units. */
const MAX_TEXTS_LENGTH = 50_000;

const list = listOf(
  'alerts',
  flat<Alert>({
    id: ['i', is.text('alertId'), 'required'],
    title: ['t', is.text('alertTitle')],
    severity: ['v', is.oneOfOr(ALERT_SEVERITIES, 'unknown'), 'required'],
    category: ['c', is.text('alertCategory')],
    source: ['s', is.text('alertSource')],
    area: ['a', is.text('alertArea')],
    text: ['x', is.text('alertText')],
    startsAtMs: ['b', is.instant],
    endsAtMs: ['e', is.instant],
  }),
  'a',
  { minLength: 0, maxLength: 32 },
);

/** What is too much is taken from the least severe alerts. */
const alerts: Shape<Alerts> = {
  pack: list.pack,
  unpack: (stored, loadedAtMs) => {
    const record = list.unpack(stored, loadedAtMs);
    return record && textsLength(record.alerts) <= MAX_TEXTS_LENGTH ? record : undefined;
  },
  bounded: (record, loadedAtMs) => {
    const kept = list.bounded({ alerts: record.alerts.toSorted(bySeverity) }, loadedAtMs);
    return kept && { alerts: withoutExcessTexts(kept.alerts) };
  },
};

function withoutExcessTexts(found: readonly Alert[]): Alert[] {
  return found.map((alert, index) =>
    textsLength(found.slice(0, index + 1)) <= MAX_TEXTS_LENGTH ? alert : { ...alert, text: null },
  );
}

function textsLength(found: readonly Alert[]): number {
  return found.reduce((length, { text }) => length + (text?.length ?? 0), 0);
}

export const alertsDataset: Dataset<Alerts, 'unknown'> = {
  codec: compactCodec(alerts),
  freshness: {
    freshAtLeastMs: 10 * MINUTE_MS,
    freshAtMostMs: 10 * MINUTE_MS,
    revalidateForMs: MINUTE_MS,
    errorForMs: 30 * MINUTE_MS,
  },
  whenUnavailable: 'unknown',
  keyedBy: 'place',
  sizeFactor: 1,
  isCovered: ({ hasAlerts }) => hasAlerts !== false,
};
