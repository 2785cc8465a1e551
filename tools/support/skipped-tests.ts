import { relative } from 'node:path';
import { toolsMissingFor } from './missing-tools.js';

/** The used part of Jest's report about one file. */
export interface SuiteReport {
  /** Absolute path. */
  readonly name: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

const SKIPPED: ReadonlySet<string> = new Set(['pending', 'skipped', 'todo']);

/**
 * The number of skipped tests, and lines that say why: one per suite and missing tool, and one for each test
 * that is skipped for another reason. Paths are relative to `root`.
 */
export function skippedTests(
  suites: readonly SuiteReport[],
  root: string,
): { readonly count: number; readonly lines: readonly string[] } {
  const skipped = suites.map((suite) => ({
    file: relative(root, suite.name),
    titles: titlesOf(suite),
  }));
  return {
    count: skipped.reduce((sum, { titles }) => sum + titles.length, 0),
    lines: skipped.flatMap(({ file, titles }) => linesOf(file, titles)),
  };
}

function titlesOf({ assertionResults }: SuiteReport): readonly string[] {
  return assertionResults
    .filter(({ status }) => SKIPPED.has(status))
    .map(({ fullName }) => fullName);
}

function linesOf(file: string, titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const others: string[] = [];
  for (const title of titles) {
    const tools = toolsMissingFor(title);
    if (tools === undefined) others.push(`skipped: ${title}`);
    else counts.set(tools, (counts.get(tools) ?? 0) + 1);
  }
  const perTool = [...counts].map(
    ([tools, count]) =>
      `skipped: ${file} (${count} ${count === 1 ? 'test' : 'tests'}) needs ${tools}`,
  );
  return [...perTool, ...others];
}
