import type { SimulatedResponse } from '../../packages/local-server/simulated-response.js';
import { decimalsOf, isIdentified, page, type AnswerOf, type FeedCall } from './feed-answer.js';
import { holds, type Point, type SimulatedAlert } from './simulated-alert.js';

const BASE = 'https://api.weather.gov';
/** Enough of the country for tests: without New England, so that Toronto is abroad. */
const COUNTRY = [
  { south: 32.6, north: 49, west: -124, east: -95 },
  { south: 25.2, north: 42, west: -95, east: -70 },
];
const MAX_DECIMALS = 4;

/** The API of the US National Weather Service: `/points/{latitude},{longitude}` and `/alerts/active?point=`. */
export const nws: AnswerOf = (call) => {
  const { pathname, searchParams } = call.url;
  const [, given] = /^\/points\/([^/]+)$/.exec(pathname) ?? [];
  if (given === undefined && pathname !== '/alerts/active') return undefined;
  if (!isIdentified(call)) return page(403, 'Access Denied');
  return given === undefined ? alertsAt(searchParams.get('point'), call) : pointAt(given);
};

function pointAt(given: string): SimulatedResponse {
  const point = parse(given);
  if (!point) return problem(400, 'Invalid Parameter');
  const normal = `${point.latitude},${point.longitude}`;
  if (normal !== given) return redirect(`/points/${normal}`);
  if (!COUNTRY.some((part) => holds(part, point))) {
    return problem(404, 'Data Unavailable For Requested Point');
  }
  return json(pointFeature(point), 'max-age=21600');
}

/** Counties of half a degree. */
function pointFeature({ latitude, longitude }: Point): object {
  const number = `${Math.floor(latitude * 2)}x${Math.floor(-longitude * 2)}`;
  return {
    id: `${BASE}/points/${latitude},${longitude}`,
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      '@type': 'wx:Point',
      relativeLocation: {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: { city: `Town ${number}`, state: 'CO' },
      },
      forecastZone: `${BASE}/zones/forecast/COZ${number}`,
      county: `${BASE}/zones/county/COC${number}`,
      fireWeatherZone: `${BASE}/zones/fire/COZ${number}`,
      timeZone: 'America/Denver',
    },
  };
}

/** Also for a point abroad, where the list is empty. */
function alertsAt(given: string | null, { alerts }: FeedCall): SimulatedResponse {
  const point = given === null ? undefined : parse(given);
  if (!point) return problem(400, 'Bad Request');
  const features = alerts.filter(({ area }) => holds(area, point)).map(feature);
  return json(
    { type: 'FeatureCollection', features, title: 'Current watches, warnings, and advisories' },
    'public, max-age=30, s-maxage=30',
  );
}

function feature(alert: SimulatedAlert): object {
  const { id, event, severity, status, messageType, area } = alert;
  return {
    id: `${BASE}/alerts/${id}`,
    type: 'Feature',
    geometry: null,
    properties: {
      '@type': 'wx:Alert',
      id,
      areaDesc: area.name,
      references: [],
      sent: isoOf(alert.onsetMs),
      effective: isoOf(alert.onsetMs),
      onset: isoOf(alert.onsetMs),
      expires: isoOf(alert.expiresMs),
      ends: alert.endsMs === null ? null : isoOf(alert.endsMs),
      status,
      messageType,
      category: 'Met',
      severity,
      certainty: 'Likely',
      urgency: 'Expected',
      event,
      senderName: 'NWS Test Office',
      headline: `${event} issued by NWS Test Office`,
      description: `* WHAT...${event}.`,
      instruction: null,
      response: 'Monitor',
      parameters: {},
    },
  };
}

/** Of the office, seven hours behind UTC, without milliseconds. */
function isoOf(atMs: number): string {
  return `${new Date(atMs - 7 * 3_600_000).toISOString().slice(0, 19)}-07:00`;
}

/** At most four decimals. */
function parse(given: string): Point | undefined {
  const [latitude, longitude, ...rest] = given.split(',').map(rounded);
  if (latitude === undefined || longitude === undefined || rest.length > 0) return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined;
}

function rounded(text: string): number {
  const degrees = text === '' ? NaN : Number(text);
  return decimalsOf(text) > MAX_DECIMALS ? Number(degrees.toFixed(MAX_DECIMALS)) : degrees;
}

function json(body: object, cacheControl: string): SimulatedResponse {
  return {
    status: 200,
    contentType: 'application/geo+json',
    body: JSON.stringify(body),
    maxAgeSeconds: 30,
    headers: { 'Cache-Control': cacheControl },
  };
}

function problem(status: number, title: string): SimulatedResponse {
  const body = JSON.stringify({ type: `${BASE}/problems/${status}`, title, status });
  return { status, contentType: 'application/problem+json', body, maxAgeSeconds: 0 };
}

function redirect(location: string): SimulatedResponse {
  return {
    status: 301,
    contentType: 'application/json',
    body: '{}',
    maxAgeSeconds: 0,
    headers: { Location: location },
  };
}
