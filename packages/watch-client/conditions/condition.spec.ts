import { describe, expect, it } from '@jest/globals';
import { conditionName, conditionNumber, knownCondition } from './condition.js';
import { CONDITIONS } from './conditions.js';

describe('a condition of the service', () => {
  it.each(CONDITIONS.map((name, number) => [name, number] as const))(
    '%s has the number %d in a glance, and back',
    (name, number) => {
      expect(conditionNumber(name)).toBe(number);
      expect(conditionName(number)).toBe(name);
    },
  );

  it.each([null, 'tornado', '', 'toString'])(
    'is unknown, with number 0, when its name is %j',
    (name) => {
      expect(knownCondition(name)).toBe('unknown');
      expect(conditionNumber(name)).toBe(0);
    },
  );

  it.each([null, CONDITIONS.length, -1, 1.5, NaN])('is unknown when its number is %p', (number) => {
    expect(conditionName(number)).toBe('unknown');
  });
});
