type Fields = Readonly<Record<string, unknown>>;

/** A gale of 1 January 2026. */
export function alertAnswer(changes: Fields = {}, feature: Fields = {}): Fields {
  return {
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [4, 60],
          [6, 60],
          [6, 61],
          [4, 61],
          [4, 60],
        ],
      ],
    },
    when: { interval: ['2026-01-01T06:00:00+00:00', '2026-01-01T18:00:00+00:00'] },
    properties: {
      id: '2.49.0.1.578.0.20260101060000',
      area: 'Coast of Vestland',
      awareness_level: '3; orange; Severe',
      awareness_type: '1; Wind',
      awarenessResponse: 'Prepare',
      certainty: 'Likely',
      consequences: 'Ferries may be cancelled.',
      contact: 'https://www.met.no/kontakt-oss',
      county: ['46'],
      description: 'Strong gale from the south-west.',
      event: 'wind',
      eventAwarenessName: 'Strong wind gusts',
      eventEndingTime: '2026-01-01T20:00:00+00:00',
      geographicDomain: 'land',
      instruction: 'Secure loose objects.',
      riskMatrixColor: 'Orange',
      severity: 'Severe',
      status: 'Actual',
      title: 'Strong wind gusts, orange level, Coast of Vestland',
      type: 'Alert',
      ...changes,
    },
    ...feature,
  };
}

/** The record read from `alertAnswer()`. */
export const EXPECTED_ALERT = {
  id: '2.49.0.1.578.0.20260101060000',
  title: 'Strong wind gusts',
  severity: 'severe',
  category: 'Wind',
  source: 'MET Norway',
  area: 'Coast of Vestland',
  text: 'Strong wind gusts, orange level, Coast of Vestland\n\nStrong gale from the south-west.\n\nFerries may be cancelled.\n\nSecure loose objects.',
  startsAtMs: Date.UTC(2026, 0, 1, 6),
  endsAtMs: Date.UTC(2026, 0, 1, 20),
} as const;

export function alertsAnswer(...features: readonly unknown[]): Fields {
  return {
    type: 'FeatureCollection',
    features,
    lang: 'en',
    lastChange: '2026-01-01T05:55:00+00:00',
  };
}
