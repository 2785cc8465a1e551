import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createHttpServer } from '@app/http-server/create-http-server.js';
import { anyAddress } from '@app/listening/any-address.js';
import { urlOf } from '@app/listening/url-of.js';
import { Registry } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics.options.js';

const PATH = '/metrics';

/** Serves the metrics on a port of their own, which no ingress routes, until the process has drained. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private readonly server: Server;

  constructor(
    @Inject(METRICS_OPTIONS) private readonly options: MetricsOptions,
    private readonly registry: Registry,
  ) {
    this.server = createHttpServer(({ url, method }, response) => {
      if (url?.split('?', 1)[0] === PATH && method === 'GET') void this.serve(response);
      else response.writeHead(404).end();
    });
  }

  /** @throws when the port is taken: a process without metrics must not start */
  async onApplicationBootstrap(): Promise<void> {
    const { host, port } = this.options;
    this.server.listen(port, host ?? (await anyAddress()));
    await once(this.server, 'listening');
    this.logger.log(`Metrics are at ${urlOf(this.address)}${PATH}`);
  }

  /** The port that it listens on. */
  get port(): number {
    return this.address.port;
  }

  private get address(): AddressInfo {
    return this.server.address() as AddressInfo;
  }

  onApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(response: ServerResponse): Promise<void> {
    try {
      const text = await this.registry.metrics();
      response.writeHead(200, { 'content-type': this.registry.contentType }).end(text);
    } catch (error) {
      this.logger.error({ err: error });
      response.writeHead(500).end();
    }
  }
}
