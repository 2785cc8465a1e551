import { LRUCache } from 'lru-cache';
import { endpointOf, type Attempt, type Call } from '../call.js';

const MAX_WORKING = 100;
const MAX_REFUSED = 50;

/** A call that succeeded with the API key in use. */
export interface WorkingCall {
  readonly call: Call;
  readonly attempt: Attempt<unknown>;
}

/**
 * What calls show about an API key. One refusal does not show that the source refuses it everywhere: a
 * plan may exclude operations, a licence regions.
 */
export class CredentialEvidence {
  private credential: string | undefined;
  private readonly working = new LRUCache<string, WorkingCall>({ max: MAX_WORKING });
  /** The items that were refused since the last success of any call. */
  private readonly refused = new Set<string>();

  succeeded(call: Call, attempt: Attempt<unknown>): void {
    this.forgetOther(call);
    this.refused.clear();
    this.working.set(idOf(call), { call, attempt });
  }

  /**
   * Whether this refusal proves that the key is refused everywhere: nothing ever worked and several
   * items are refused; or it was a probe of what worked before.
   */
  refusedEverywhere(call: Call, isProbe: boolean): boolean {
    this.forgetOther(call);
    if (this.refused.size < MAX_REFUSED) this.refused.add(call.item);
    if (this.working.size === 0) return this.refused.size > 1;
    return isProbe && this.working.has(idOf(call));
  }

  /**
   * The call to probe the key with after a refusal: the last one that worked for another item. Undefined
   * when there is none, or when a call succeeded since.
   */
  toProbe(refused: Call): WorkingCall | undefined {
    if (!this.refused.has(refused.item) || refused.credential !== this.credential) return undefined;
    return [...this.working.values()].find(({ call }) => call.item !== refused.item);
  }

  /** A replaced key starts without evidence. */
  private forgetOther({ credential }: Call): void {
    if (credential === this.credential) return;
    this.credential = credential;
    this.working.clear();
    this.refused.clear();
  }
}

function idOf(call: Call): string {
  return `${endpointOf(call)}:${call.item}`;
}
