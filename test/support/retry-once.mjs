// A call or a page sometimes takes longer than its timeout on a machine busy with other suites. A whole-process test that
// fails runs once more, and its first failure is printed.
import { jest } from '@jest/globals';

jest.retryTimes(1, { logErrorsBeforeRetry: true });
