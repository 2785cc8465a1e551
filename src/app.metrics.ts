import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { VerifiedTokens } from '@app/auth/tokens/verified-tokens.js';
import { LabelledCounter } from '@app/observability/metrics/labelled-counter.js';
import { PilotEvents } from '@app/pilot/pilot-events.js';
import { clientKindOf, type ClientKind } from './client-kind.js';

/** Metrics of the checks that every request passes: token verification and the pilot group. */
@Injectable()
export class AppMetrics {
  constructor(
    private readonly registry: Registry,
    tokens: VerifiedTokens,
    pilot: PilotEvents,
  ) {
    this.registerTokens(tokens);
    this.countPilot(pilot);
  }

  private registerTokens(tokens: VerifiedTokens): void {
    this.registry.registerMetric(
      new Counter({
        name: 'mfapi_token_lookups_total',
        help: 'Token lookups: known (already verified) or unknown (had to be verified).',
        labelNames: ['result'],
        registers: [],
        collect() {
          const { known, unknown } = tokens.snapshot();
          this.reset();
          this.inc({ result: 'known' }, known);
          this.inc({ result: 'unknown' }, unknown);
        },
      }),
    );
    this.registry.registerMetric(
      new Gauge({
        name: 'mfapi_tokens_remembered',
        help: 'Verified tokens in memory.',
        registers: [],
        collect() {
          this.set(tokens.snapshot().size);
        },
      }),
    );
  }

  private countPilot(pilot: PilotEvents): void {
    const requests = new LabelledCounter(this.registry, {
      name: 'mfapi_pilot_requests_total',
      help: 'Requests that the pilot let in, and requests that it turned away.',
      labelNames: ['result', 'client'],
    });
    const countsOf = (client: ClientKind) => ({
      'let-in': requests.series('let-in', client),
      'turned-away': requests.series('turned-away', client),
    });
    const counts = { watch: countsOf('watch'), smoke: countsOf('smoke') };
    pilot.on(({ decision, user }) => (counts[clientKindOf(user)][decision].value += 1));
  }
}
