import { LocalStack } from '../../packages/local-stack/local-stack.js';
import { welcome } from './welcome.js';

const stack = new LocalStack({
  print: (text) => void process.stdout.write(text),
  environment: process.env,
});
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  const { apiUrl, issuerUrl } = await stack.start();
  const token = await stack.tokenOf(issuerUrl);
  console.log(welcome({ apiUrl, token, real: Boolean(process.env['ACCWEA_TOKEN']) }));
  await stack.ended();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await stack.stop();
  process.exit(code);
}
