type Fields = Readonly<Record<string, unknown>>;

/** A winter storm of the night of 1 January 2026, whose message ends before it begins. */
export function alertAnswer(changes: Fields = {}, parameters: Fields = {}): Fields {
  const id = 'urn:oid:2.49.0.1.840.0.0001.001.1';
  return {
    id: `https://api.weather.gov/alerts/${id}`,
    type: 'Feature',
    geometry: null,
    properties: {
      '@type': 'wx:Alert',
      id,
      areaDesc: 'Boulder Plains; Boulder Foothills Below 6000 Feet',
      geocode: { SAME: ['008013'], UGC: ['COZ039', 'COZ036'] },
      affectedZones: ['https://api.weather.gov/zones/forecast/COZ039'],
      references: [],
      sent: '2025-12-31T15:00:00-07:00',
      effective: '2025-12-31T15:00:00-07:00',
      onset: '2026-01-01T05:00:00-07:00',
      expires: '2026-01-01T01:00:00-07:00',
      ends: '2026-01-02T05:00:00-07:00',
      status: 'Actual',
      messageType: 'Alert',
      category: 'Met',
      severity: 'Severe',
      certainty: 'Likely',
      urgency: 'Expected',
      event: 'Winter Storm Warning',
      sender: 'w-nws.webmaster@noaa.gov',
      senderName: 'NWS Denver CO',
      headline: 'Winter Storm Warning until Friday at 5 AM',
      description: '* WHAT...Heavy snow.',
      instruction: 'If you must travel, keep food in your vehicle.',
      response: 'Prepare',
      parameters: { VTEC: ['/O.NEW.KBOU.WS.W.0001.260101T1200Z-260102T1200Z/'], ...parameters },
      ...changes,
    },
  };
}

/** The record read from `alertAnswer()`. */
export const EXPECTED_ALERT = {
  id: 'KBOU.WS.W.0001',
  title: 'Winter Storm Warning',
  severity: 'severe',
  category: 'Met',
  source: 'NWS Denver CO',
  area: 'Boulder Plains; Boulder Foothills Below 6000 Feet',
  text: 'Winter Storm Warning until Friday at 5 AM\n\n* WHAT...Heavy snow.\n\nIf you must travel, keep food in your vehicle.',
  startsAtMs: Date.UTC(2026, 0, 1, 12),
  endsAtMs: Date.UTC(2026, 0, 2, 12),
} as const;

export function alertsAnswer(...features: readonly unknown[]): Fields {
  return {
    type: 'FeatureCollection',
    features,
    title: 'current watches, warnings, and advisories for 40.025 N, 105.275 W',
    updated: '2025-12-30T12:00:00+00:00',
  };
}

/** `/points/40.0189,-105.2747`. */
export function pointAnswer(changes: Fields = {}, town: Fields = {}): Fields {
  return {
    id: 'https://api.weather.gov/points/40.0189,-105.2747',
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-105.2747, 40.0189] },
    properties: {
      '@type': 'wx:Point',
      cwa: 'BOU',
      relativeLocation: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [-105.251_945, 40.027_443] },
        properties: { city: 'Boulder', state: 'CO', ...town },
      },
      forecastZone: 'https://api.weather.gov/zones/forecast/COZ039',
      county: 'https://api.weather.gov/zones/county/COC013',
      fireWeatherZone: 'https://api.weather.gov/zones/fire/COZ239',
      timeZone: 'America/Denver',
      ...changes,
    },
  };
}
