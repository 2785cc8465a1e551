import type { TokenHeader } from '../tokens/token-header.js';
import type { SigningKey } from './signing-key.js';

/**
 * How many keys a token is tried with: more than an issuer lists while it rotates, and few enough that a
 * token cannot make us verify with thousands.
 */
const MAX_CANDIDATES = 10;

/** The keys of an issuer at one instant. Immutable. */
export class KeySet {
  private readonly keys: ReadonlySet<SigningKey>;
  private readonly byKid: ReadonlyMap<string | undefined, readonly SigningKey[]>;

  constructor(keys: readonly SigningKey[]) {
    this.keys = new Set(keys);
    const byKid = new Map<string | undefined, SigningKey[]>();
    for (const key of keys) {
      const sameKid = byKid.get(key.kid);
      if (sameKid) sameKid.push(key);
      else byKid.set(key.kid, [key]);
    }
    this.byKid = byKid;
  }

  has(key: SigningKey): boolean {
    return this.keys.has(key);
  }

  /**
   * The keys that may have signed a token, at most 10: those with its `kid` that can verify its `alg`. A token without
   * `kid` may be signed with any key; those without `kid` are the likeliest. A key without `kid` does not fit a token
   * that has one.
   */
  candidates({ alg, kid }: TokenHeader): readonly SigningKey[] {
    const named = this.byKid.get(kid) ?? [];
    const others = kid === undefined ? this.keys : [];
    const found = new Set<SigningKey>();
    for (const keys of [named, others]) {
      for (const key of keys) {
        if (found.size === MAX_CANDIDATES) return [...found];
        if (key.algorithms.includes(alg)) found.add(key);
      }
    }
    return [...found];
  }
}
