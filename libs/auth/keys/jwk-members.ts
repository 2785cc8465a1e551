const TEXTS = ['kty', 'kid', 'alg', 'use', 'crv', 'n', 'e', 'x', 'y'] as const;
/** Private or symmetric key material: RFC 7518 sections 6.2.2, 6.3.2 and 6.4. */
const SECRETS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** An RSA modulus of 16 384 bits takes 2 731 characters, a certificate some 3 000. */
const MAX_LENGTH = 4_096;
const MAX_CERTIFICATE_LENGTH = 16_384;

/** The members of a JWK (RFC 7517 section 4) that we read. All are small and flat. */
export type JwkMembers = Readonly<Partial<Record<(typeof TEXTS)[number], string>>> & {
  readonly keyOps?: readonly string[];
  /** The first entry of `x5c`: base64 of a DER certificate that contains this key. */
  readonly certificate?: string;
  /** Whether it has private or symmetric key material. */
  readonly secret: boolean;
};

/**
 * Reads one entry of a key set. `null` and an empty `kid` count as absent, as serializers write them.
 * @returns undefined when it is not a JWK, or a member is longer than any key needs or has another type than RFC 7517 says
 */
export function readJwkMembers(entry: unknown): JwkMembers | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const given = entry as Readonly<Record<string, unknown>>;
  const texts = TEXTS.map((name) => [name, given[name] ?? ''] as const);
  const keyOps = given['key_ops'] ?? undefined;
  if (!texts.every(([, value]) => isText(value, MAX_LENGTH))) return undefined;
  if (keyOps !== undefined && !isTexts(keyOps)) return undefined;
  const [certificate] = isTexts(given['x5c']) ? given['x5c'] : [];
  return {
    ...(Object.fromEntries(texts.filter(([, value]) => value !== '')) as Partial<JwkMembers>),
    ...(keyOps && { keyOps }),
    ...(isText(certificate, MAX_CERTIFICATE_LENGTH) && { certificate }),
    secret: SECRETS.some((name) => (given[name] ?? undefined) !== undefined),
  };
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
