import { expect, it } from '@jest/globals';
import { isInPilot, admissionPercent } from './pilot.js';

const SUBJECTS = Array.from({ length: 20_000 }, (_, number) => `watch-${number}`);

const shareAt = (percent: number): number =>
  (SUBJECTS.filter((subject) => isInPilot(subject, percent)).length / SUBJECTS.length) * 100;

it.each([0, 1, 10, 50, 99, 100])(
  'isInPilot admits %d %% of the users within half a percentage point',
  (percent) => {
    expect(Math.abs(shareAt(percent) - percent)).toBeLessThan(0.5);
  },
);

it('isInPilot keeps admitted users when the percentage rises', () => {
  const fallen = SUBJECTS.filter(
    (subject) =>
      (isInPilot(subject, 10) && !isInPilot(subject, 50)) ||
      (isInPilot(subject, 50) && !isInPilot(subject, 100)),
  );

  expect(fallen).toEqual([]);
});

it('isInPilot is stable over processes and releases', () => {
  // Changing these results removes users from a running pilot.
  expect(['anna', 'ben', 'chloe', 'dai'].map((subject) => isInPilot(subject, 50))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('admissionPercent is the least percentage that admits a user', () => {
  for (const subject of SUBJECTS.slice(0, 1_000)) {
    const least = admissionPercent(subject);

    expect(isInPilot(subject, least)).toBe(true);
    expect(isInPilot(subject, least - 1)).toBe(false);
  }
});
