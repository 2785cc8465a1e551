import { compactCodec, flat, listOf } from '@app/read-through/compact-codec.js';
import { MINUTE_MS } from '../../durations.js';
import type { Dataset } from '../dataset.js';
import type { Alert, Alerts } from './alerts.js';

const alerts = listOf(
  'alerts',
  flat<Alert>({
    id: 'i',
    title: 't',
    severity: 'v',
    category: 'c',
    source: 's',
    area: 'a',
    text: 'x',
    startsAtMs: 'b',
    endsAtMs: 'e',
  }),
  'a',
);

export const alertsDataset: Dataset<Alerts, 'unknown'> = {
  codec: compactCodec(alerts),
  freshness: {
    freshAtLeastMs: 5 * MINUTE_MS,
    freshAtMostMs: 5 * MINUTE_MS,
    revalidateForMs: MINUTE_MS,
    errorForMs: 30 * MINUTE_MS,
  },
  whenUnavailable: 'unknown',
  isCovered: ({ hasAlerts }) => hasAlerts !== false,
};
