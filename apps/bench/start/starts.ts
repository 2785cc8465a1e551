import { productionStart } from '../world/production.js';
import { startCosts, type StartCost } from './start-cost.js';

const ROUNDS = 5;
const environment = {
  ENV: 'prod',
  METRICS_PORT: '0',
  DRAIN_SECONDS: '0',
  OIDC_ISSUER: 'http://127.0.0.1:1',
  ACCWEA_TOKEN: 'none',
};

/** Starts the bundle, as production does, and the modules that it is made of. @param binary the Node that runs them */
export function starts(binary: string): Promise<readonly StartCost[]> {
  const starters = [
    { name: 'modules', file: 'src/main.js', environment },
    { name: 'bundle', file: productionStart().file, environment },
  ];
  return startCosts(starters, ROUNDS, binary);
}
