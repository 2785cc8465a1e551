import { describe, expect, it } from '@jest/globals';
import { unheededIn } from './unheeded.js';

describe('settings without effect in this release', () => {
  it('are named when the environment sets them, as text or as a file', () => {
    const environment = { ACCWEA_DAILY_BUDGET: '500', SENTRY_DSN_FILE: '/run/dsn', PORT: '80' };
    expect(unheededIn(environment)).toEqual(['ACCWEA_DAILY_BUDGET', 'SENTRY_DSN']);
  });

  it('are not named when they are absent or empty', () => {
    expect(unheededIn({ PILOT_PERCENT: '' })).toEqual([]);
  });
});
