import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { IssuerKeys } from '@app/auth/keys/issuer-keys.js';

/** How old the issuer's keys are, and whether they are those of a snapshot. */
@Injectable()
export class IssuerKeysMetrics {
  constructor(registry: Registry, keys: IssuerKeys) {
    registry.registerMetric(
      new Gauge({
        name: 'mfapi_issuer_keys_refreshed_timestamp_seconds',
        help: "When the issuer's keys were last read; 0 before the first time.",
        registers: [],
        collect() {
          this.set((keys.refreshedAtMs ?? 0) / 1_000);
        },
      }),
    );
    registry.registerMetric(
      new Gauge({
        name: 'mfapi_issuer_keys_from_snapshot',
        help: '1 while the keys are those of OIDC_JWKS_FILE, because the issuer has not answered since the start.',
        registers: [],
        collect() {
          this.set(keys.fromSnapshot ? 1 : 0);
        },
      }),
    );
  }
}
