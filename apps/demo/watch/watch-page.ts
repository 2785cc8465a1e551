import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { forward } from '../../../packages/local-server/forward.js';
import { LocalServer } from '../../../packages/local-server/local-server.js';
import { CONTROL_NAMES, type Controls } from '../controls/control.js';
import { readCounters } from '../counters/counters.js';
import { fileOf, sendFile, sendJson, sendSvg } from './static-files.js';
import { WATCH_PLACES } from './watch-places.js';
import { worldMap } from './world-map.js';

export interface WatchPageOptions {
  readonly apiUrl: string;
  /** Of the API, for the counters. */
  readonly metricsUrl: string;
  /** For the requests of one watch: each is a user of its own. */
  readonly tokenOf: (user: `watch-${number}`) => Promise<string>;
  /** What its buttons do. */
  readonly controls: Controls;
  /** 0 takes a free port. */
  readonly port: number;
}

const TOKEN_PATH = /^\/tokens\/(\d{1,6})$/;
const PAGE = 'apps/demo/watch/page/page.html';

/** The page of watches, which requests nothing but this server; below `/api/` it passes requests on to the API. */
export class WatchPage {
  private readonly server: LocalServer;
  private readonly map = worldMap();

  constructor(private readonly options: WatchPageOptions) {
    this.server = new LocalServer({ port: options.port });
  }

  /** @returns the URL of the page */
  async start(): Promise<string> {
    const url = await this.server.start(
      () => (incoming, outgoing) => this.serve(incoming, outgoing),
    );
    return `${url}/watch`;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { url: path = '/', method } = incoming;
    if (path.startsWith('/api/')) {
      forward(this.options.apiUrl + path.slice('/api'.length), incoming, outgoing);
    } else if (method === 'POST') {
      await this.turn(path, incoming, outgoing);
    } else {
      await this.show(path, outgoing);
    }
  }

  private async show(path: string, outgoing: ServerResponse): Promise<void> {
    switch (path) {
      case '/':
        return void outgoing.writeHead(302, { location: '/watch' }).end();
      case '/watch':
        return sendFile(outgoing, PAGE);
      case '/map.svg':
        return sendSvg(outgoing, this.map);
      case '/places':
        return sendJson(outgoing, WATCH_PLACES);
      case '/state':
        return sendJson(outgoing, await this.state());
    }
    const [, watch] = TOKEN_PATH.exec(path) ?? [];
    if (watch) {
      return sendJson(outgoing, { token: await this.options.tokenOf(`watch-${Number(watch)}`) });
    }
    const file = fileOf(path);
    if (file) return sendFile(outgoing, file);
    outgoing.writeHead(404).end();
  }

  /** `POST /controls/NAME` with `{"on":true}`. A page of another origin cannot send JSON without being asked first. */
  private async turn(
    path: string,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const name = CONTROL_NAMES.find((one) => path === `/controls/${one}`);
    const isJson = incoming.headers['content-type'] === 'application/json';
    if (!name || !isJson) return void outgoing.writeHead(name ? 415 : 404).end();
    const control = this.options.controls[name];
    if (control.unavailable) return sendJson(outgoing, { error: control.unavailable }, 409);
    const { on } = (await json(incoming)) as { readonly on?: unknown };
    await control.turn(on === true);
    sendJson(outgoing, await this.state());
  }

  /** The counters are null while the API does not answer. */
  private async state(): Promise<object> {
    const { controls, metricsUrl } = this.options;
    return {
      counters: await readCounters(metricsUrl).catch(() => null),
      controls: CONTROL_NAMES.map((name) => {
        const { unavailable, isOn, progress } = controls[name];
        return { name, unavailable, isOn, progress };
      }),
    };
  }
}
