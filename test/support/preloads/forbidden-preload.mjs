// Loaded into an API process by tests: tries what the image's permissions forbid, and prints what happens.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const ATTEMPTS = {
  'read a file': () => readFileSync(import.meta.filename),
  'write a file': () => writeFileSync(join(tmpdir(), 'mfapi-forbidden'), ''),
  'start a process': () => spawnSync(process.execPath, ['--version']),
  'start a thread': () => new Worker('', { eval: true }),
  'load native code': () => process.dlopen({ exports: {} }, 'none.node'),
};

for (const [attempt, run] of Object.entries(ATTEMPTS)) {
  let outcome = 'done';
  try {
    run();
  } catch (error) {
    outcome = error.code;
  }
  process.stdout.write(`${JSON.stringify({ attempt, outcome })}\n`);
}
