import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forward } from '../../packages/local-server/forward.js';
import { LocalServer } from '../../packages/local-server/local-server.js';

/**
 * Serves an empty page, scripts of a folder below `/scripts/`, and the API below `/api/`, all from one origin, so that a
 * browser needs no CORS.
 */
export class SameOriginServer {
  /** Requests that reached the API, by path and status. */
  readonly calls: string[] = [];
  private readonly server = new LocalServer({});

  constructor(
    private readonly scripts: string,
    private readonly api: string,
  ) {}

  /** @returns the URL of the page */
  start(): Promise<string> {
    return this.server.start(() => async (incoming, outgoing) => {
      const path = incoming.url ?? '/';
      if (path.startsWith('/api/')) {
        const apiPath = path.slice('/api'.length);
        const count = (status: number): void => void this.calls.push(`${status} ${apiPath}`);
        forward(this.api + apiPath, incoming, outgoing, count);
        return;
      }
      const isScript = path.startsWith('/scripts/');
      outgoing.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      outgoing.end(isScript ? readFileSync(join(this.scripts, path.slice('/scripts'.length))) : '');
    });
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
