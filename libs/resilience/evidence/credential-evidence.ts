import { LRUCache } from 'lru-cache';
import { endpointOf, type Call } from '../call.js';

const MAX_WORKING = 2_000;
const MAX_REFUSED = 50;

/**
 * Whether the source refuses an API key everywhere. One refusal does not show it: a plan may exclude
 * operations, a licence a region. Several operations must refuse several items and none succeed in
 * between, or a probe of something that worked must be refused. A refusal of what never worked is no
 * evidence, unless nothing ever worked.
 */
export class CredentialEvidence {
  private credential: string | undefined;
  private readonly working = new LRUCache<string, true>({ max: MAX_WORKING });
  private readonly workingEndpoints = new Set<string>();
  /** The refused calls since the last success of any operation. */
  private refused: Call[] = [];

  succeeded(call: Call): void {
    this.forgetOther(call);
    this.refused = [];
    this.working.set(idOf(call), true);
    this.workingEndpoints.add(endpointOf(call));
  }

  /**
   * Whether this refusal proves that the key is refused everywhere.
   * @param isProbe whether the call was the probe after an earlier refusal
   */
  refusedEverywhere(call: Call, isProbe: boolean): boolean {
    this.forgetOther(call);
    if (isProbe && this.working.has(idOf(call))) return true;
    const isNew = !this.refused.some((one) => idOf(one) === idOf(call));
    if (isNew && this.refused.length < MAX_REFUSED) this.refused.push(call);
    const hasSeveralItems = new Set(this.refused.map(({ item }) => item)).size > 1;
    if (this.working.size === 0) return hasSeveralItems;
    const hasSeveralOperations = new Set(this.refused.map(({ operation }) => operation)).size > 1;
    const hasWorked = this.refused.some((one) =>
      hasSeveralItems ? this.workingEndpoints.has(endpointOf(one)) : this.working.has(idOf(one)),
    );
    return hasSeveralOperations && hasWorked;
  }

  /** A replaced key starts without evidence. */
  private forgetOther({ credential }: Call): void {
    if (credential === this.credential) return;
    this.credential = credential;
    this.working.clear();
    this.workingEndpoints.clear();
    this.refused = [];
  }
}

function idOf(call: Call): string {
  return `${endpointOf(call)}:${call.item}`;
}
