// Pods give up on Redis after 50 ms, which a machine busy with other suites sometimes takes. A whole-process test that
// fails runs once more, and its first failure is printed.
import { jest } from '@jest/globals';

jest.retryTimes(1, { logErrorsBeforeRetry: true });
