import { createHash } from 'node:crypto';

const STEPS = 2 ** 32;

/**
 * Whether a user is among the first `percent` of all users. Stable for a user over pods, regions and
 * releases, and nobody who is in falls out when the percentage rises.
 */
export function isInPilot(subject: string, percent: number): boolean {
  if (percent >= 100) return true;
  const step = createHash('sha256').update(`pilot:${subject}`).digest().readUInt32BE(0);
  return (step / STEPS) * 100 < percent;
}
