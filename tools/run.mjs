// @ts-check
// `node tools/run.mjs PROGRAM [arguments]` runs the compiled program dist/PROGRAM/main.js. Before that it installs
// packages and compiles the sources, where necessary. It is plain JavaScript because it must run on a fresh clone,
// on a Node without type stripping.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];
const LOCK_FILE = 'package-lock.json';
/** npm describes here what it installed. */
const INSTALLED = 'node_modules/.package-lock.json';
/** Written after a build without errors; a build deletes `dist` first. */
const BUILT = 'dist/.built';
const SOURCES = ['src', 'libs', 'apps', 'packages', 'tools'];
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const BUILD_SETTINGS = [LOCK_FILE, 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

const program = process.argv[2];
if (!program) {
  console.error('Usage: node tools/run.mjs PROGRAM [arguments], for example tools/check');
  process.exit(1);
}
requireNode();
process.chdir(join(import.meta.dirname, '..'));
if (!isInstalled()) install();
if (!isBuilt()) build();

const file = join(process.cwd(), 'dist', program, 'main.js');
// The program gets the same process.argv as when it is started directly.
process.argv.splice(1, 2, file);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(file).href);

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join('.')} or newer.`,
  );
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(INSTALLED) || !existsSync('node_modules/typescript')) return false;
  return changedMs(INSTALLED) >= changedMs(LOCK_FILE) || hasLockedVersions();
}

/** A checkout changes the time of the lock file, not always its content. */
function hasLockedVersions() {
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn(LOCK_FILE)).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>} by path
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function install() {
  console.log('Installing packages (once; about a minute) …');
  // Not `npm ci`: a registry without the optional packages of other platforms makes a lock file that it rejects.
  // This installs the versions of the lock file too, and does not write it.
  runOrExit(NPM, ['install', '--no-save', '--include=dev']);
  const now = new Date();
  utimesSync(INSTALLED, now, now);
}

function isBuilt() {
  return existsSync(BUILT) && changedMs(BUILT) >= Math.max(...sourceFiles().map(changedMs));
}

/** With their folders, whose time changes when a file is removed. */
function sourceFiles() {
  const inFolders = SOURCES.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ]);
  return [...inFolders, ...BUILD_SETTINGS];
}

function build() {
  console.log('Building …');
  runOrExit(NPM, ['run', '--silent', 'build']);
  writeFileSync(BUILT, '');
}

/** @param {string} file */
function changedMs(file) {
  return statSync(file).mtimeMs;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function runOrExit(command, args) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
