// What every command needs before it can start: a Node that is new enough, and installed packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** npm's name here. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const root = new URL('..', import.meta.url);

/** Runs a command in the repository's folder, showing its output; its exit code, 0 or not. */
export function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

export function runOrExit(command, args, environment) {
  const status = run(command, args, environment);
  if (status !== 0) process.exit(status);
}

/** The path of a tool that a package brought. */
export function bin(path) {
  return fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
}

export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing packages (once; about a minute) …');
  // Not `npm ci`: a registry that lacks other platforms' optional packages makes a lock file that it
  // refuses. This takes the versions of the lock file too, and does not write it.
  runOrExit(npm, ['install', '--no-save', '--include=dev']);
  const now = new Date();
  utimesSync(new URL('node_modules/.package-lock.json', root), now, now);
}

/** npm writes `node_modules/.package-lock.json`; older than ours means another branch's packages. */
function isInstalled() {
  const installed = new URL('node_modules/.package-lock.json', root);
  if (!existsSync(installed) || !existsSync(new URL('node_modules/typescript', root))) return false;
  if (statSync(installed).mtimeMs >= statSync(new URL('package-lock.json', root)).mtimeMs)
    return true;
  return sameVersions(installed);
}

function sameVersions(installed) {
  const wanted = packages(new URL('package-lock.json', root));
  const present = packages(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional || present[path]?.version === version,
  );
}

export function build() {
  console.log('Building …');
  runOrExit(process.execPath, [bin('@nestjs/cli/bin/nest.js'), 'build']);
}

function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
