import { DATASET_NAMES, type DatasetName } from '../../../src/weather/datasets/registry.js';

/** What a request to an endpoint reads. */
interface Endpoint {
  readonly datasets: readonly DatasetName[];
  /** Reads `minutely` only where the hourly record makes rain likely. */
  readonly minutelyIfLikely: boolean;
}

/** The endpoints of the product, by the names of `--mix`. */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  glance: { datasets: DATASET_NAMES, minutelyIfLikely: true },
  prcpt: { datasets: ['conditions'], minutelyIfLikely: false },
  uvidx: { datasets: ['conditions'], minutelyIfLikely: false },
  conditions: { datasets: ['conditions'], minutelyIfLikely: false },
  hourly: { datasets: ['hourly'], minutelyIfLikely: false },
  daily: { datasets: ['daily'], minutelyIfLikely: false },
  minutely: { datasets: ['minutely'], minutelyIfLikely: false },
  alerts: { datasets: ['alerts'], minutelyIfLikely: false },
};

/** Of a name that is no endpoint. */
export const NOTHING_READ: Endpoint = { datasets: [], minutelyIfLikely: false };

export const ENDPOINT_NAMES: readonly string[] = Object.keys(ENDPOINTS);

/** Shares of the requests by name of the endpoint; they sum up to 1. */
export type Mix = Readonly<Record<string, number>>;

const ENDPOINT_BITS = 12;
const POD_BITS = 32 - ENDPOINT_BITS;

/** Decides by the random bits of a request what it is: an endpoint by its index in `ENDPOINT_NAMES`, and a pod. */
export class RequestDraw {
  private readonly endpoints = new Uint8Array(2 ** ENDPOINT_BITS);

  constructor(mix: Mix) {
    let before = 0;
    ENDPOINT_NAMES.forEach((name, index) => {
      const from = Math.round(before * this.endpoints.length);
      before += mix[name] ?? 0;
      this.endpoints.fill(index, from, Math.round(before * this.endpoints.length));
    });
  }

  endpointOf(bits: number): number {
    return this.endpoints[bits >>> POD_BITS] ?? 0;
  }
}

/** The pod of a request: they have no affinity to watches. */
export function podOf(bits: number, pods: number): number {
  return Math.floor(((bits & (2 ** POD_BITS - 1)) * pods) / 2 ** POD_BITS);
}
