import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './commands.js';
import { skippedTests, type SuiteReport } from './skipped-tests.js';

export const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

/** The used part of Jest's report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Suites that did not start: they have no failed test. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly SuiteReport[];
}

/** Runs Jest, names what was skipped, and prints the counts in the last line. @returns the exit code */
export function runJest(
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): number {
  const folder = mkdtempSync(join(tmpdir(), 'mfapi-test-'));
  const file = join(folder, 'report.json');
  const status = runNode([...JEST, '--json', `--outputFile=${file}`, ...args], environment);
  const report = readReport(file);
  rmSync(folder, { recursive: true });
  if (report) printCounts(report);
  return status;
}

function printCounts(report: Report): void {
  const skipped = skippedTests(report.testResults, process.cwd());
  for (const line of skipped.lines) console.log(line);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped.count} skipped`);
}

/** Jest writes no report when its arguments are wrong; its exit code says that. */
function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
