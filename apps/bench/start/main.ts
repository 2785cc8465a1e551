// `node tools/run.mjs apps/bench/start`: CPU time and memory of a start, of the bundle that production starts and of
// the modules that it is made of.
import { startCosts } from './start-cost.js';

const ROUNDS = 5;
const environment = {
  ENV: 'prod',
  METRICS_PORT: '0',
  DRAIN_SECONDS: '0',
  OIDC_ISSUER: 'http://127.0.0.1:1',
  ACCWEA_TOKEN: 'none',
};

const costs = await startCosts(
  [
    { name: 'modules', file: 'src/main.js', environment },
    { name: 'bundle', file: 'api/main.js', environment },
  ],
  ROUNDS,
);
for (const { name, cpuMs, rssMiB } of costs) {
  console.log(`${name}: ${cpuMs.toFixed(0)} ms CPU, ${rssMiB.toFixed(0)} MiB`);
}
