import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import {
  LabelledCounter,
  type CounterSeries,
} from '@app/observability/metrics/labelled-counter.js';
import { answerSourceOf } from '../http/answer-source.js';
import { COUNTRIES } from '../places/countries.js';

const NONE = 'none';

/** Counts requests of watches by the country of the place in the response. */
@Injectable()
export class CountryMetrics {
  private readonly requests;
  private readonly counts = new Map<string, CounterSeries>();

  constructor(registry: Registry) {
    this.requests = new LabelledCounter(registry, {
      name: 'mfapi_requests_by_country_total',
      help: 'Requests with a token, by country of the place; none = no place, or country unknown.',
      labelNames: ['country'],
    });
  }

  /** Counts every response of this server from now on. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request: FastifyRequest & { user?: unknown }, _reply, done) => {
      if (request.user) this.count(countryOf(request));
      done();
    });
  }

  private count(country: string): void {
    const count = this.counts.get(country) ?? this.requests.series(country);
    count.value += 1;
    this.counts.set(country, count);
  }
}

/** Only valid country codes: a label must not contain arbitrary provider data. */
function countryOf(request: FastifyRequest): string {
  const country = answerSourceOf(request)?.country ?? NONE;
  return COUNTRIES.has(country) ? country : NONE;
}
