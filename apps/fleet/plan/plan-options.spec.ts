import { describe, expect, it } from '@jest/globals';
import { OptionError } from './option.error.js';
import { parsePlanOptions } from './plan-options.js';

describe('parsePlanOptions', () => {
  it('plans a million watches that glance, with the defaults of the product', () => {
    const options = parsePlanOptions([]);
    expect(options).toMatchObject({ watches: 1_000_000, days: 1, polling: { perDay: 64 } });
    expect(options.mix.glance).toBe(0.9);
    expect(options.config.windows).toEqual({});
  });

  it.each([
    [['--watches=0'], '--watches=0: must be a whole number from 1'],
    [['--watches=many'], '--watches=many: must be a whole number'],
    [['--days=1.5'], '--days=1.5: must be a whole number from 1 to 31'],
    [['--polling=sometimes'], 'quarter'],
    [['--mix=glance=0.5'], 'must sum up to 1'],
    [['--mix=moon=1'], 'of glance, prcpt'],
    [['--people-per-key=few'], 'a whole number, or city'],
    [['--sweep=all,none'], 'cells,keys'],
    [['--price-per-1000=cheap'], 'the price of 1 000 calls'],
    [['--set', 'WINDOW=1'], '--set WINDOW: no setting of the product'],
    [['--set', 'WINDOWS=rain=1/2/3'], 'WINDOWS must be like'],
    [['--watch=3'], "Unknown option '--watch'"],
  ])('rejects %j and says what is accepted', (args, message) => {
    expect(() => parsePlanOptions(args)).toThrow(OptionError);
    expect(() => parsePlanOptions(args)).toThrow(message);
  });
});
