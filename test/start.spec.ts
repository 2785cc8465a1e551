import { describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';

describe('starting with an invalid environment', () => {
  it('exits at once and lists every fault without printing a secret', async () => {
    const start = ApiProcess.start({
      PORT: 'eighty',
      OIDC_ISSUER: 'http://issuer.example',
      ACCWEA_TOKEN: 'two words',
      CELL_GRID: 'furlongs:8',
    });
    const error: Error = await start.then(
      () => new Error('it started'),
      (reason: Error) => reason,
    );
    expect(error.message).toContain('4 fault(s)');
    for (const name of ['PORT', 'OIDC_ISSUER', 'ACCWEA_TOKEN', 'CELL_GRID']) {
      expect(error.message).toContain(name);
    }
    expect(error.message).not.toContain('two words');
  });
});
