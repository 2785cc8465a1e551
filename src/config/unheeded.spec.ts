import { describe, expect, it } from '@jest/globals';
import { unheededIn } from './unheeded.js';

describe('settings without effect in this release', () => {
  it('are named when the environment sets them, as text or as a file', () => {
    const environment = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel',
      SENTRY_DSN_FILE: '/run/dsn',
      PORT: '80',
    };
    expect(unheededIn(environment)).toEqual(['SENTRY_DSN', 'OTEL_EXPORTER_OTLP_ENDPOINT']);
  });

  it('are not named when they are absent or empty', () => {
    expect(unheededIn({ SENTRY_DSN: '' })).toEqual([]);
  });
});
