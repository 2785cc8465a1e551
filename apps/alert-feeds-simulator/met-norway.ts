import type { SimulatedResponse } from '../../packages/local-server/simulated-response.js';
import { decimalsOf, isIdentified, page, type AnswerOf, type FeedCall } from './feed-answer.js';
import { holds, type SimulatedAlert } from './simulated-alert.js';

const PATH = '/weatherapi/metalerts/2.0/current.json';
const MAX_DECIMALS = 4;
const EXPIRES_AFTER_MS = 60_000;
const LEVELS = {
  Extreme: '4; red; Extreme',
  Severe: '3; orange; Severe',
  Moderate: '2; yellow; Moderate',
  Minor: '1; green; Minor',
} as const;

/** MetAlerts 2.0 of MET Norway: `current.json?lat=&lon=&lang=`. */
export const metNorway: AnswerOf = (call) => {
  const { pathname, searchParams } = call.url;
  if (pathname !== PATH) return undefined;
  const [lat, lon] = ['lat', 'lon'].map((name) => searchParams.get(name) ?? '');
  if (!isIdentified(call)) return page(403, 'Forbidden: identify yourself in the User-Agent');
  if (!lat || !lon || Number.isNaN(Number(lat) + Number(lon))) return page(400, 'Bad Request');
  if (Math.max(decimalsOf(lat), decimalsOf(lon)) > MAX_DECIMALS) {
    return page(403, 'Forbidden: more than 4 decimals');
  }
  return alertsAt({ latitude: Number(lat), longitude: Number(lon) }, call);
};

function alertsAt(
  point: { latitude: number; longitude: number },
  { url, headers, alerts, nowMs }: FeedCall,
): SimulatedResponse {
  const here = alerts.filter(({ area }) => holds(area, point));
  const lastModified = httpDate(Math.max(0, ...here.map(({ onsetMs }) => onsetMs)));
  const response = {
    contentType: 'application/json',
    maxAgeSeconds: 0,
    headers: {
      Date: httpDate(nowMs),
      Expires: httpDate(nowMs + EXPIRES_AFTER_MS),
      'Last-Modified': lastModified,
    },
  };
  if (headers['if-modified-since'] === lastModified) return { ...response, status: 304, body: '' };
  const lang = url.searchParams.get('lang') ?? 'no';
  const features = here.map((alert) => feature(alert, lang));
  const body = JSON.stringify({ type: 'FeatureCollection', features, lang });
  return { ...response, status: 200, body };
}

function feature(alert: SimulatedAlert, lang: string): object {
  const { id, event, severity, status, messageType, area } = alert;
  const { name, south, west, north, east } = area;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    when: { interval: [isoOf(alert.onsetMs), isoOf(alert.expiresMs)] },
    properties: {
      id,
      area: name,
      awareness_level: LEVELS[severity],
      awareness_type: '1; Wind',
      certainty: 'Likely',
      description: lang === 'en' ? 'Strong wind.' : 'Sterk vind.',
      event: 'wind',
      eventAwarenessName: lang === 'en' ? event : 'Kraftige vindkast',
      ...(alert.endsMs !== null && { eventEndingTime: isoOf(alert.endsMs) }),
      geographicDomain: 'land',
      severity,
      status,
      title: `${event}, ${name}`,
      type: messageType,
    },
  };
}

function isoOf(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}+00:00`;
}

function httpDate(atMs: number): string {
  return new Date(atMs).toUTCString();
}
