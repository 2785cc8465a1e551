import { createHash } from 'node:crypto';

const STEPS = 2 ** 32;

/**
 * Whether a user is among the first `percent` of all users. Stable for a user over pods, regions and
 * releases, and nobody who is in falls out when the percentage rises.
 */
export function isInPilot(subject: string, percent: number): boolean {
  return percent >= 100 || rankOf(subject) < percent;
}

/** The least whole percentage that lets a user in, 1 to 100. */
export function admissionPercent(subject: string): number {
  return Math.floor(rankOf(subject)) + 1;
}

/** Where a user stands among all, from 0 to less than 100. */
function rankOf(subject: string): number {
  const step = createHash('sha256').update(`pilot:${subject}`).digest().readUInt32BE(0);
  return (step / STEPS) * 100;
}
