import { LoopbackServer } from './loopback-server.js';

/** Stands in for a Redis that accepts connections but never answers. */
export class UnresponsiveServer {
  connections = 0;
  private server: LoopbackServer | undefined;

  static async start(): Promise<UnresponsiveServer> {
    const redis = new UnresponsiveServer();
    redis.server = await LoopbackServer.start((client) => {
      redis.connections += 1;
      client.resume();
    });
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.server?.port}`;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }
}
