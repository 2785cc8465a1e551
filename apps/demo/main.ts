import { Demo } from './demo.js';
import { welcome } from './welcome.js';

const demo = new Demo({
  say: (text) => void process.stdout.write(text),
  environment: process.env,
});
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop(0));
}

try {
  const { apiUrl, issuerUrl } = await demo.start();
  const token = await demo.tokenOf(issuerUrl);
  console.log(welcome({ apiUrl, token, real: Boolean(process.env['ACCWEA_TOKEN']) }));
  await demo.ended();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  await demo.stop();
  process.exit(code);
}
