import { HttpService } from '@nestjs/axios';
import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { firstValueFrom } from 'rxjs';

/** The body of `GET /prcpt`: metres. */
export interface Weather {
  readonly vis: number;
  readonly prcpt: number;
}

interface Observation {
  readonly Visibility: { readonly Metric: { readonly Value: number } };
  readonly PrecipitationSummary: {
    readonly PastHour: { readonly Metric: { readonly Value: number } };
  };
}

@Injectable()
export class WeatherService {
  constructor(
    private readonly http: HttpService,
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
  ) {}

  async at(latitude: number, longitude: number): Promise<Weather> {
    const key = `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
    const known = await this.cache.get<Weather>(key);
    if (known) return known;
    const weather = await this.fetchWeather(latitude, longitude);
    await this.cache.set(key, weather);
    return weather;
  }

  private async fetchWeather(latitude: number, longitude: number): Promise<Weather> {
    const search = '/locations/v1/cities/geoposition/search';
    const place = await this.get<{ Key: string }>(search, { q: `${latitude},${longitude}` });
    const [now] = await this.get<[Observation]>(`/currentconditions/v1/${place.Key}`, {
      details: 'true',
    });
    return {
      vis: Math.round(now.Visibility.Metric.Value * 1000),
      prcpt: Math.round(now.PrecipitationSummary.PastHour.Metric.Value * 10) / 10_000,
    };
  }

  private async get<T>(path: string, params: Readonly<Record<string, string>>): Promise<T> {
    const { data } = await firstValueFrom(this.http.get<T>(path, { params }));
    return data;
  }
}
