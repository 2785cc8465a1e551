import { createHash } from 'node:crypto';

const STEPS = 2 ** 32;

/**
 * Whether a user is in the pilot group of `percent` of all users. Stable over pods, regions and releases;
 * a rising percentage never removes a user.
 */
export function isInPilot(subject: string, percent: number): boolean {
  return percent >= 100 || rankOf(subject) < percent;
}

/** The smallest whole percentage that admits a user, 1 to 100. */
export function admissionPercent(subject: string): number {
  return Math.floor(rankOf(subject)) + 1;
}

/** The rank of a user among all, in [0, 100). */
function rankOf(subject: string): number {
  const step = createHash('sha256').update(`pilot:${subject}`).digest().readUInt32BE(0);
  return (step / STEPS) * 100;
}
