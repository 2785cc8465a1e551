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
 * What calls show about an API key. Refusals of one operation or of one item do not show that the source
 * refuses it everywhere: a plan may exclude operations, a licence regions.
 */
export class CredentialEvidence {
  private credential: string | undefined;
  /** Those that were not refused since. */
  private readonly working = new LRUCache<string, WorkingCall>({ max: MAX_WORKING });
  /** Since the last success of any call. */
  private readonly refusedItems = new Set<string>();
  private readonly refusedOperations = new Set<string>();
  private isProbeRefused = false;

  /** @param basicOperations those that every API key permits */
  constructor(private readonly basicOperations: ReadonlySet<string>) {}

  succeeded(call: Call, attempt: Attempt<unknown>): void {
    this.forgetOther(call);
    this.forgetRefusals();
    this.working.set(idOf(call), { call, attempt });
  }

  /**
   * Whether the refusals up to this one prove that the key is refused everywhere: those of several items
   * and operations, when nothing works; or also of a probe, when nothing else is left that may work.
   */
  refusedEverywhere(call: Call, isProbe: boolean): boolean {
    this.forgetOther(call);
    const { working, refusedItems, refusedOperations } = this;
    if (refusedItems.size < MAX_REFUSED) refusedItems.add(call.item);
    refusedOperations.add(call.operation);
    working.delete(idOf(call));
    this.isProbeRefused ||= isProbe;
    if (refusedItems.size === 1) return false;
    if (refusedOperations.size === 1 && !this.basicOperations.has(call.operation)) return false;
    return working.size === 0 || (this.isProbeRefused && !this.ofOtherOperation());
  }

  /**
   * The call to probe the key with after a refusal: the last one that worked for another item, if
   * possible of another operation. Undefined when there is none, or when a call succeeded since.
   */
  toProbe(refused: Call): WorkingCall | undefined {
    if (!this.refusedItems.has(refused.item) || refused.credential !== this.credential) {
      return undefined;
    }
    const ofOther = this.ofOtherOperation();
    return ofOther || this.isProbeRefused ? ofOther : this.ofOtherItem()[0];
  }

  private ofOtherOperation(): WorkingCall | undefined {
    return this.ofOtherItem().find(({ call }) => !this.refusedOperations.has(call.operation));
  }

  private ofOtherItem(): WorkingCall[] {
    return [...this.working.values()].filter(({ call }) => !this.refusedItems.has(call.item));
  }

  /** A replaced key starts without evidence. */
  private forgetOther({ credential }: Call): void {
    if (credential === this.credential) return;
    this.credential = credential;
    this.working.clear();
    this.forgetRefusals();
  }

  private forgetRefusals(): void {
    this.refusedItems.clear();
    this.refusedOperations.clear();
    this.isProbeRefused = false;
  }
}

function idOf(call: Call): string {
  return `${endpointOf(call)}:${call.item}`;
}
