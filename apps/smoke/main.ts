import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CHECKS } from './checks.js';
import { fetchToken } from './fetch-token.js';
import { smoke } from './smoke.js';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    issuer: { type: 'string', default: 'http://127.0.0.1:4000' },
    client: { type: 'string', default: 'watch' },
    /** A mounted secret; else SMOKE_CLIENT_SECRET, else the development issuer's. */
    'secret-file': { type: 'string' },
  },
});

try {
  const { issuer, client, 'secret-file': file } = values;
  const secret = file
    ? readFileSync(file, 'utf8').trim()
    : (process.env['SMOKE_CLIENT_SECRET'] ?? 'watch-secret');
  const token = await fetchToken({ issuer, client, secret });
  const faults = await smoke({ url: values.url, token }, CHECKS, (line) => console.log(line));
  console.log(`${CHECKS.length - faults.length} passed, ${faults.length} failed`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`smoke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
