import { describe, expect, it } from '@jest/globals';
import { readAudit } from './audit-result.js';

const counted = (vulnerabilities: object): string =>
  JSON.stringify({ metadata: { vulnerabilities } });

describe('readAudit', () => {
  it('counts severe vulnerabilities and the others', () => {
    const counts = { info: 1, low: 2, moderate: 3, high: 4, critical: 5, total: 15 };

    expect(readAudit(counted(counts))).toEqual({ kind: 'ran', severe: 9, others: 6 });
    expect(readAudit(counted({ total: 0 }))).toEqual({ kind: 'ran', severe: 0, others: 0 });
  });

  it.each([
    ['{"message":"request failed","error":{"code":"ENOAUDIT"}}', 'request failed'],
    ['{"error":{"code":"EAUDITNOLOCK","summary":"no lock file"}}', 'no lock file'],
    ['{}', 'npm audit printed no result'],
    ['', 'npm audit printed no result'],
    ['npm error', 'npm audit printed no result'],
  ])('says that the audit did not run when npm printed %s', (text, reason) => {
    expect(readAudit(text)).toEqual({ kind: 'not run', reason });
  });
});
