import type { KeySource } from '../../trace/city-readers.js';
import type { RequestPart } from '../../trace/request-trace.js';

/** The requests of several places in the order of time. Sites are numbered on: those of the second place come after those of the first. */
export function mergedRequests(
  parts: readonly (RequestPart & { readonly sites: number })[],
): RequestPart {
  let before = 0;
  const requests = parts.flatMap(({ length, at, site, draw, sites }) => {
    const offset = before;
    before += sites;
    return Array.from({ length }, (_, index) => ({
      at: at[index] ?? 0,
      site: offset + (site[index] ?? 0),
      draw: draw[index] ?? 0,
    }));
  });
  requests.sort((a, b) => a.at - b.at || a.site - b.site);
  return {
    length: requests.length,
    at: Uint32Array.from(requests, ({ at }) => at),
    site: Uint32Array.from(requests, ({ site }) => site),
    draw: Uint32Array.from(requests, ({ draw }) => draw),
  };
}

/** All sites read the same record of each kind. */
export class OneKey implements KeySource {
  private readonly keys: Uint32Array;

  constructor(sites: number) {
    this.keys = new Uint32Array(sites);
  }

  keysOf(): Uint32Array {
    return this.keys;
  }

  countOf(): number {
    return 1;
  }
}
