import type { JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { LocalServer, type ListenOptions } from '../../packages/local-server/local-server.js';
import { providerConfiguration } from './provider-configuration.js';
import { generateSigningKey, type SigningAlgorithm } from './signing-key.js';

const ONE_DAY_SECONDS = 24 * 60 * 60;

export interface DevIssuerOptions extends ListenOptions {
  /** The `iss` to claim, when clients reach this process under another origin than `http://host:port`. */
  readonly issuerUrl?: string | undefined;
  readonly alg?: SigningAlgorithm | undefined;
  readonly tokenTtlSeconds?: number | undefined;
  /** A private key for `alg`, when several issuers may have the same; undefined = a new one. */
  readonly signingKey?: JWK | undefined;
}

/**
 * A real OpenID Connect provider with well-known secrets and a key that lives as long as the process:
 * for development and tests, never for production.
 */
export class DevIssuer {
  private readonly server: LocalServer;

  constructor(private readonly options: DevIssuerOptions = {}) {
    this.server = new LocalServer(options);
  }

  /**
   * Resolves once it issues tokens; rejects when the port is taken.
   * `issuer` is what tokens claim as `iss`; `url` is where this process listens. The same, unless `issuerUrl` is set.
   */
  async start(): Promise<{ issuer: string; url: string }> {
    const {
      alg = 'RS256',
      issuerUrl,
      tokenTtlSeconds: ttlSeconds = ONE_DAY_SECONDS,
    } = this.options;
    const configuration = providerConfiguration({
      signingKey: this.options.signingKey ?? (await generateSigningKey(alg)),
      alg,
      ttlSeconds,
    });
    const url = await this.server.start((self) =>
      new Provider(issuerUrl ?? self, configuration).callback(),
    );
    return { issuer: issuerUrl ?? url, url };
  }

  /** Destroys open connections; does nothing when not started or already stopped. */
  stop(): Promise<void> {
    return this.server.stop();
  }
}
