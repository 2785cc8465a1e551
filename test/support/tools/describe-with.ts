import { spawnSync } from 'node:child_process';
import { describe, it } from '@jest/globals';
import { needing } from '../../../tools/support/missing-tools.js';

/** What a suite needs besides this repository. */
export interface Tool {
  readonly name: string;
  readonly isInstalled: boolean;
}

/** A program on the PATH. */
export function programOnPath(name: string, versionOption = '--version'): Tool {
  return { name, isInstalled: spawnSync(name, [versionOption]).status === 0 };
}

/** `describe`; where tools are missing, the suite is skipped, and its title names them for `npm test`. */
export function describeWith(...tools: readonly Tool[]): typeof describe.skip {
  const missing = missingOf(tools);
  if (missing.length === 0) return describe;
  const skip: Describe = (title, body) => describe.skip(title + needing(missing), body);
  const each = (table: readonly unknown[]): Describe => {
    const skipEach = describe.skip.each(table);
    return (title, body) => skipEach(title + needing(missing), body);
  };
  return Object.assign(skip, { each }) as typeof describe.skip;
}

/** The same for a single test. */
export function itWith(...tools: readonly Tool[]): (title: string, body: () => void) => void {
  const missing = missingOf(tools);
  if (missing.length === 0) return (title, body) => it(title, body);
  return (title, body) => it.skip(title + needing(missing), body);
}

type Describe = (title: string, body: () => void) => void;

function missingOf(tools: readonly Tool[]): readonly string[] {
  return tools.filter(({ isInstalled }) => !isInstalled).map(({ name }) => name);
}
