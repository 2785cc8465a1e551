import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { Tally, type Count } from '@app/observability/metrics/tally.js';
import { answerSourceOf } from '../http/answer-source.js';
import { COUNTRIES } from '../places/countries.js';

const NONE = 'none';

/** Counts requests of watches by the country of the place that they were answered for. */
@Injectable()
export class CountryMetrics {
  private readonly requests;
  private readonly counts = new Map<string, Count>();

  constructor(registry: Registry) {
    this.requests = new Tally(registry, {
      name: 'mfapi_requests_by_country_total',
      help: 'Requests with a token, by country of the place; none = no place, or no country known.',
      labelNames: ['country'],
    });
  }

  /** Counts what this server answers from now on. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request: FastifyRequest & { user?: unknown }, _reply, done) => {
      if (request.user) this.count(countryOf(request));
      done();
    });
  }

  private count(country: string): void {
    const count = this.counts.get(country) ?? this.requests.of(country);
    count.value += 1;
    this.counts.set(country, count);
  }
}

/** Only what is a country: a label must not hold whatever a provider says. */
function countryOf(request: FastifyRequest): string {
  const country = answerSourceOf(request)?.country ?? NONE;
  return COUNTRIES.has(country) ? country : NONE;
}
