// `npm run audit`: known vulnerabilities in production packages. Prints "not run" where the registry has no advisories.
import { spawnSync } from 'node:child_process';
import { NPM } from '../support/commands.js';
import { readAudit } from './audit-result.js';

const TIMEOUT_MS = 60_000;

const { stdout, stderr } = spawnSync(NPM, ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  timeout: TIMEOUT_MS,
  shell: process.platform === 'win32',
});
const result = readAudit(stdout ?? '');
if (result.kind === 'not run') {
  console.log(`audit: not run (${result.reason})`);
} else {
  console.log(`audit: ${result.severe} high or critical, ${result.others} others`);
  if (result.severe > 0) {
    console.error(`${stdout}\n${stderr}`);
    process.exitCode = 1;
  }
}
