import { LocalServer } from '../../packages/local-server/local-server.js';
import type { Region } from '../../packages/local-stack/region.js';

const PROBE_INTERVAL_MS = 1_000;
/** As the probes of a global router, only faster: Front Door's default is 30 s and several samples. */
const FAILURES_UNTIL_OUT = 3;
const PROBE_TIMEOUT_MS = 3_000;

interface Backend {
  readonly region: Region;
  failures: number;
  /** The router does not reach it, as when a region's network is cut off. */
  cut: boolean;
  turn: number;
}

/** Sends each watch to its own region, or to the other one while that fails its probes. */
export class Router {
  private readonly server = new LocalServer({});
  private readonly backends: Backend[];
  private timer: NodeJS.Timeout | undefined;

  constructor(regions: readonly Region[]) {
    this.backends = regions.map((region) => ({ region, failures: 0, cut: false, turn: 0 }));
  }

  async start(): Promise<string> {
    this.timer = setInterval(() => {
      for (const backend of this.backends) void this.probe(backend);
    }, PROBE_INTERVAL_MS);
    return this.server.start(() => async (request, response) => {
      const backend = this.backendFor(String(request.headers['x-home']));
      if (backend?.cut !== false) throw new Error('no region is reachable');
      const { urls } = backend.region;
      const url = urls[(backend.turn += 1) % urls.length];
      const { authorization = '' } = request.headers;
      // Over connections that stay open, as a real router's do: a loaded machine is slow to open new ones.
      const answer = await fetch(`${url}${request.url}`, { headers: { authorization } });
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
    });
  }

  cut(name: string): void {
    for (const backend of this.backends) if (backend.region.name === name) backend.cut = true;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.server.stop();
  }

  private backendFor(home: string): Backend | undefined {
    const up = this.backends.filter(({ failures }) => failures < FAILURES_UNTIL_OUT);
    return up.find(({ region }) => region.name === home) ?? up[0];
  }

  private async probe(backend: Backend): Promise<void> {
    const answers = backend.cut ? false : await answersAt(backend.region.urls[0] ?? '');
    backend.failures = answers ? 0 : backend.failures + 1;
  }
}

async function answersAt(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    return (await fetch(`${url}/`, { signal })).ok;
  } catch {
    return false;
  }
}
