import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, run } from './ready.mjs';

/** Runs Jest, names what it skipped, and ends with the counts on a line of their own; its exit code. */
export function jest(args, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mfapi-test-'));
  const report = join(folder, 'report.json');
  const status = run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      bin('jest/bin/jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    environment,
  );
  const counts = readCounts(report);
  rmSync(folder, { recursive: true });
  if (counts) {
    for (const name of counts.skipped) console.log(`skipped: ${name}`);
    console.log(
      `${counts.numPassedTests} passed, ${counts.numFailedTests + counts.numFailedSuitesAlone} failed, ${counts.skipped.length} skipped`,
    );
  }
  return status;
}

function readCounts(report) {
  let results;
  try {
    results = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    ...results,
    // A suite that could not even start has no failed test of its own, but it did fail.
    numFailedSuitesAlone: results.numRuntimeErrorTestSuites,
    skipped: tests
      .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
      .map(({ fullName }) => fullName),
  };
}
