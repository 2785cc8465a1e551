import type { Position } from '@app/cells/position.js';
import { given } from '../environment.js';

/** The body of `GET /prcpt`: metres. */
export interface Weather {
  readonly vis: number | null;
  readonly prcpt: number | null;
}

interface Observation {
  readonly Visibility?: { readonly Metric: { readonly Value: number } };
  readonly PrecipitationSummary?: {
    readonly PastHour: { readonly Metric: { readonly Value: number } };
  };
}

/** Fetches the place and then its conditions from AccuWeather. */
export async function fetchWeather({ latitude, longitude }: Position): Promise<Weather> {
  const search = `/locations/v1/cities/geoposition/search?q=${latitude},${longitude}`;
  const { Key: key } = await get<{ Key: string }>(search);
  const [now] = await get<Observation[]>(`/currentconditions/v1/${key}?details=true`);
  const kilometers = now?.Visibility?.Metric.Value;
  const millimeters = now?.PrecipitationSummary?.PastHour.Metric.Value;
  return {
    vis: kilometers === undefined ? null : Math.round(kilometers * 1000),
    prcpt: millimeters === undefined ? null : Math.round(millimeters * 10) / 10_000,
  };
}

async function get<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${given('UPSTREAM_KEY')}` };
  const answer = await fetch(given('UPSTREAM_URL') + path, { headers });
  if (!answer.ok) throw new Error(`AccuWeather answered ${answer.status}`);
  return (await answer.json()) as T;
}
