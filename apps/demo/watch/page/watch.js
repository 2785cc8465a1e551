import { exchangeText } from '../modules/apps/demo/watch/exchange/exchange-text.js';
import { drawFace } from '../modules/apps/demo/watch/face/draw-face.js';
import { readFace } from '../modules/apps/demo/watch/face/read-face.js';
import { WatchClient } from '../modules/packages/watch-client/index.js';
import { json } from './json.js';

const TOKEN_FOR_MS = 3_600_000;

/** One watch of the page, with a client of its own. */
export class Watch {
  receivedBytes = 0;
  element = document.createElement('figure');
  #place;
  #number;
  #face = document.createElement('div');
  #caption = document.createElement('figcaption');
  #details = document.createElement('p');
  #exchange = document.createElement('p');
  #drawn = '';
  #client = new WatchClient({
    baseUrl: `${location.origin}/api`,
    token: async () => {
      const { token } = await json(`/tokens/${this.#number}`);
      return { value: token, expiresAtMs: Date.now() + TOKEN_FOR_MS };
    },
    fetch: (url, options) => this.#fetch(url, options),
  });

  /**
   * @param place with its name, or with the text of its position, which is shown where the glance has no name
   * @param number of the watch on this page: each is a user of its own
   */
  constructor(place, number) {
    this.#place = place;
    this.#number = number;
    this.#caption.textContent = place.name ?? place.position;
    this.#details.className = 'details';
    this.#exchange.className = 'details exchange';
    this.element.append(this.#face, this.#caption, this.#details, this.#exchange);
  }

  async redraw() {
    const { svg, text } = await this.#show();
    this.#details.textContent = text;
    // A screen reader hears a change, not each redraw.
    if (svg !== this.#drawn) this.#face.innerHTML = svg;
    this.#drawn = svg;
  }

  async #show() {
    try {
      const { body, stale, asOfMs } = await this.#client.glance(this.#place);
      const nowMs = Date.now();
      const face = this.#named(readFace(body, { nowMs, isStale: stale }));
      this.#caption.textContent = face.place;
      const minutes = Math.max(0, Math.floor((nowMs - asOfMs) / 60_000));
      return { svg: drawFace(face, '/icons'), text: `${minutes} min old · ${face.attribution}` };
    } catch (error) {
      return { svg: '', text: error instanceof Error ? error.message : String(error) };
    }
  }

  #named(face) {
    return { ...face, place: this.#place.name ?? (face.place || this.#place.position) };
  }

  /** Notes what the last request cost. */
  async #fetch(url, options) {
    const sentAtMs = performance.now();
    const response = await fetch(url, options);
    const { byteLength } = await response.clone().arrayBuffer();
    this.receivedBytes += byteLength;
    this.#exchange.textContent = exchangeText({
      status: response.status,
      cacheStatus: response.headers.get('cache-status'),
      bodyBytes: byteLength,
      durationMs: performance.now() - sentAtMs,
    });
    return response;
  }
}
