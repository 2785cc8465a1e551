import { LRUCache } from 'lru-cache';
import { endpointOf, type Call } from '../call.js';

const MAX_ITEMS = 1_000;
/** No rule asks for more different items. */
const MAX_ITEMS_PER_ENDPOINT = 50;

/** How many failures in a row there are. */
export interface FailureStreak {
  /** Of the same item. */
  readonly item: number;
  /** Of as many different items of the endpoint, since any of its items succeeded. */
  readonly operation: number;
}

/** Counts failures in a row per item and per endpoint: one item that fails always is one failing item. */
export class FailureStreaks {
  private readonly ofItem = new LRUCache<string, number>({ max: MAX_ITEMS });
  private readonly failing = new Map<string, Set<string>>();

  /** The streak that ends with this failure. */
  failed(call: Call): FailureStreak {
    const endpoint = endpointOf(call);
    const id = `${endpoint}:${call.item}`;
    const item = (this.ofItem.get(id) ?? 0) + 1;
    this.ofItem.set(id, item);
    const items = this.failing.get(endpoint) ?? new Set();
    this.failing.set(endpoint, items);
    if (items.size < MAX_ITEMS_PER_ENDPOINT) items.add(call.item);
    return { item, operation: items.size };
  }

  succeeded(call: Call): void {
    const endpoint = endpointOf(call);
    this.ofItem.delete(`${endpoint}:${call.item}`);
    this.failing.delete(endpoint);
  }
}
