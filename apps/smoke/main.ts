import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { admissionPercent } from '@app/pilot/pilot.js';
import { CHECKS } from './checks.js';
import { fetchToken } from '../../packages/client-credentials/fetch-token.js';
import { smoke } from './smoke.js';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    issuer: { type: 'string', default: 'http://127.0.0.1:4000' },
    client: { type: 'string', default: 'watch' },
    /** A mounted secret. Default: SMOKE_CLIENT_SECRET, else the secret of the development issuer. */
    'secret-file': { type: 'string' },
  },
});

try {
  const { issuer, client, 'secret-file': file } = values;
  const secret = file
    ? readFileSync(file, 'utf8').trim()
    : (process.env['SMOKE_CLIENT_SECRET'] ?? 'watch-secret');
  const token = await fetchToken({ issuer, client, secret });
  const { faults, outside } = await smoke({ url: values.url, token }, CHECKS, (line) =>
    console.log(line),
  );
  const passed = CHECKS.length - faults.length - outside.length;
  console.log(`${passed} passed, ${faults.length} failed, ${outside.length} outside the pilot`);
  if (outside.length > 0) {
    const percent = admissionPercent(subjectOf(token));
    console.log(
      `outside the pilot: values not checked. ${client} is in the pilot from PILOT_PERCENT=${percent} on`,
    );
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`smoke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/** Reads an already verified token: the API answers 403 outside the pilot only after verification. */
function subjectOf(token: string): string {
  const [, payload = ''] = token.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
}
