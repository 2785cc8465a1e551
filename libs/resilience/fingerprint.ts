import { createHash } from 'node:crypto';

const LENGTH = 12;

/** Identifies an API key where the key itself must not appear. */
export function fingerprintOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, LENGTH);
}
