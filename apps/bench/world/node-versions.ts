import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The image runs this major version. */
const NODE_24 = '24.21.0';
const FOLDER = `node_modules/.cache/node/${NODE_24}`;
const BINARY = join(FOLDER, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');

/** A Node binary that runs the servers. */
export interface NodeVersion {
  readonly version: string;
  readonly binary: string;
}

/** The Node of this process and, when it was fetched and is another one, Node 24. */
export function nodeVersions(): readonly NodeVersion[] {
  const own = { version: process.versions.node, binary: process.execPath };
  if (own.version.startsWith('24.') || !existsSync(BINARY)) return [own];
  return [own, { version: NODE_24, binary: BINARY }];
}

/**
 * Downloads Node 24 (about 40 MB) as npm's `node` package does: one package per platform.
 * @throws when the download fails
 */
export function fetchNode24(): void {
  if (existsSync(BINARY)) return;
  const name = process.platform === 'win32' ? 'win' : process.platform;
  const temporary = mkdtempSync(join(tmpdir(), 'mfapi-node-'));
  try {
    const npmPackage = `node-${name}-${process.arch}@${NODE_24}`;
    const archive = run('npm', ['pack', npmPackage, '--silent', '--pack-destination', temporary]);
    mkdirSync(FOLDER, { recursive: true });
    run('tar', ['xzf', join(temporary, archive), '-C', FOLDER, '--strip-components=1']);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function run(command: string, args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`, { cause: error });
  return stdout.trim();
}
