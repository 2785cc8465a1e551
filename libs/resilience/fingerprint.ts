import { createHash } from 'node:crypto';

const LENGTH = 12;

/** Stands for a key where the key itself must not be. */
export function fingerprintOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, LENGTH);
}
