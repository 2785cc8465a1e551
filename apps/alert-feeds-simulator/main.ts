import { AlertFeedsSimulator } from './alert-feeds-simulator.js';
import { alertAround } from './simulated-alert.js';

const DEFAULT_PORT = 4021;
const MAX_PORT = 65_535;
const DENVER = { name: 'Denver', latitude: 39.74, longitude: -104.98 };
const BERGEN = { name: 'Bergen', latitude: 60.39, longitude: 5.32 };

function portOf(given: string | undefined): number {
  const port = Number(given || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  throw new Error(`PORT must be a whole number from 0 to ${MAX_PORT}`);
}

try {
  const simulator = new AlertFeedsSimulator({
    port: portOf(process.env['PORT']),
    host: process.env['HOST'] || undefined,
  });
  simulator.alerts = [
    alertAround(DENVER, Date.now(), { id: 'denver', endsMs: null }),
    alertAround(BERGEN, Date.now(), { id: 'bergen', severity: 'Severe', event: 'Gale' }),
  ];
  const { url } = await simulator.start();
  process.once('SIGTERM', () => void simulator.stop());
  process.once('SIGINT', () => void simulator.stop());
  console.log(`alert-feeds-simulator listening on ${url}`);
} catch (error) {
  console.error(`alert-feeds-simulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
