import { LoadError } from '@app/load/load.error.js';
import { endpointOf, type Attempt, type Call } from '../call.js';
import type { FailurePolicy, Streaks } from '../failure-policy.js';
import { CredentialEvidence } from './credential-evidence.js';
import { FailureStreaks } from './failure-streaks.js';

/** A refused variant of an operation whose other variant works for the same item. */
export interface RefusedVariant {
  readonly call: Call;
  readonly error: LoadError;
}

const MAX_REFUSED_VARIANTS = 100;

/** What the results of the calls to one source say about its items, operations and credential. */
export class Evidence {
  private readonly failures = new FailureStreaks();
  private readonly refusals = new FailureStreaks();
  readonly credential: CredentialEvidence;
  private readonly workingEndpoints = new Set<string>();
  private refusedVariants: RefusedVariant[] = [];

  constructor(
    private readonly policy: FailurePolicy,
    basicOperations: ReadonlySet<string>,
  ) {
    this.credential = new CredentialEvidence(basicOperations);
  }

  /**
   * @returns the refused variants that this success explains: the item is permitted, so the variant is
   * not. One that worked for other items is refused for this item alone.
   */
  succeeded(call: Call, attempt: Attempt<unknown>): readonly RefusedVariant[] {
    this.failures.succeeded(call);
    this.refusals.succeeded(call);
    this.credential.succeeded(call, attempt);
    this.workingEndpoints.add(endpointOf(call));
    if (this.refusedVariants.length === 0) return [];
    const ofItem = ({ call: { operation, item } }: RefusedVariant): boolean =>
      operation === call.operation && item === call.item;
    const explained = this.refusedVariants.filter(ofItem);
    this.refusedVariants = this.refusedVariants.filter((one) => !ofItem(one));
    return explained.filter((one) => !this.workingEndpoints.has(endpointOf(one.call)));
  }

  /**
   * The failures in a row, with this one.
   * @param isProbe whether the call probes the API key
   */
  failed(call: Call, error: unknown, isProbe: boolean): Streaks {
    const rule = this.policy.ruleFor(error);
    const none = { item: 1, operation: 1, credential: 0, source: 1, neverWorked: false };
    switch (rule?.kind) {
      case undefined:
        return none;
      case 'failure':
        return { ...none, ...this.failures.failed(call) };
      case 'answer':
        this.failures.succeeded(call);
        return none;
      case 'refusal':
        this.failures.succeeded(call);
        return { ...none, ...this.refused(call, error, isProbe) };
    }
  }

  private refused(call: Call, error: unknown, isProbe: boolean): Partial<Streaks> {
    if (call.variant !== undefined) {
      this.refusedVariants = this.refusedVariants.slice(1 - MAX_REFUSED_VARIANTS);
      this.refusedVariants.push({ call, error: LoadError.of(error) });
    }
    const isDead =
      this.policy.concernsCredential(error) && this.credential.refusedEverywhere(call, isProbe);
    const neverWorked = !this.workingEndpoints.has(endpointOf(call));
    return { ...this.refusals.failed(call), credential: isDead ? 1 : 0, neverWorked };
  }
}
