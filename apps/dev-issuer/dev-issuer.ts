import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { providerConfiguration } from './provider-configuration.js';
import { generateSigningKey, type SigningAlgorithm } from './signing-key.js';

const ONE_DAY_SECONDS = 24 * 60 * 60;

export interface DevIssuerOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** The `iss` to claim, when clients reach this process under another origin than `http://host:port`. */
  readonly issuerUrl?: string | undefined;
  readonly alg?: SigningAlgorithm | undefined;
  readonly tokenTtlSeconds?: number | undefined;
}

/**
 * A real OpenID Connect provider with well-known secrets and a key that lives as long as the process:
 * for development and tests, never for production.
 */
export class DevIssuer {
  private server: Server | undefined;

  constructor(private readonly options: DevIssuerOptions = {}) {}

  /**
   * Resolves once tokens can be had; rejects when the port is taken.
   * `issuer` is what tokens claim as `iss`; `url` is where this process listens. The same, unless `issuerUrl` is set.
   */
  async start(): Promise<{ issuer: string; url: string }> {
    const { port = 0, host = '127.0.0.1', alg = 'RS256', issuerUrl } = this.options;
    const signingKey = await generateSigningKey(alg);
    const server = createServer();
    server.listen(port, host);
    await once(server, 'listening');
    this.server = server;

    const url = urlOf(server.address() as AddressInfo);
    const issuer = issuerUrl ?? url;
    const ttlSeconds = this.options.tokenTtlSeconds ?? ONE_DAY_SECONDS;
    const provider = new Provider(issuer, providerConfiguration({ signingKey, alg, ttlSeconds }));
    const handle = provider.callback();
    server.on('request', (request, response) => void handle(request, response));
    return { issuer, url };
  }

  /** Cuts open connections; harmless when not started or already stopped. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
