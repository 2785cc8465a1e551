import { Agent, get as request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Position } from '@app/cells/position.js';
import { given } from './environment.js';

/** AccuWeather's place of a cell. */
export interface Place {
  readonly key: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The body of `GET /prcpt`, and when it was observed. */
export interface Conditions {
  readonly visibilityMeters: number | null;
  readonly precipitationMeters: number | null;
  readonly observedAtMs: number;
  readonly fetchedAtMs: number;
}

interface Observation {
  readonly EpochTime: number;
  readonly Visibility?: { readonly Metric: { readonly Value: number } };
  readonly PrecipitationSummary?: {
    readonly PastHour: { readonly Metric: { readonly Value: number } };
  };
}

const origin = given('UPSTREAM_URL');
const headers = {
  authorization: `Bearer ${given('UPSTREAM_KEY')}`,
  'accept-encoding': 'gzip',
};
const agent = new Agent({ keepAlive: true });

/** @throws when AccuWeather answers with an error */
export async function fetchPlace({ latitude, longitude }: Position): Promise<Place> {
  const search = `/locations/v1/cities/geoposition/search?q=${latitude},${longitude}`;
  const found = await get<{ Key: string; Country: { ID: string } }>(search);
  return { key: found.Key, country: found.Country.ID };
}

/** @throws when AccuWeather answers with an error */
export async function fetchConditions(key: string): Promise<Conditions> {
  const [now] = await get<[Observation]>(`/currentconditions/v1/${key}?details=true`);
  const kilometers = now.Visibility?.Metric.Value;
  const millimeters = now.PrecipitationSummary?.PastHour.Metric.Value;
  return {
    visibilityMeters: kilometers === undefined ? null : Math.round(kilometers * 1000),
    precipitationMeters: millimeters === undefined ? null : Math.round(millimeters * 10) / 10_000,
    observedAtMs: now.EpochTime * 1000,
    fetchedAtMs: Date.now(),
  };
}

/** Costs a third of `fetch`. Unzipping 3 kB takes less time than handing it to another thread. */
function get<T>(path: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(unzipped(chunks)) as T);
        else reject(new Error(`AccuWeather answered ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
  });
}

function unzipped(chunks: readonly Buffer[]): string {
  return gunzipSync(Buffer.concat(chunks)).toString();
}
