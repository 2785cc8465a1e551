import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

const LIST = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
const IGNORED: ReadonlySet<string> = new Set(['.git', 'node_modules', 'dist', '.dev', 'coverage']);

/** Paths of the files that are, or will be, committed; with `/`. Also in a copy without git. */
export function repositoryFiles(): readonly string[] {
  const { status, stdout } = spawnSync('git', LIST, { encoding: 'utf8' });
  if (status !== 0) return filesBelow('.');
  return stdout.split('\0').filter((file) => file !== '' && existsSync(file));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
