import { OpenMeteoSimulator } from './open-meteo-simulator.js';

const DEFAULT_PORT = 4020;
const MAX_PORT = 65_535;

function portOf(given: string | undefined): number {
  const port = Number(given || DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  throw new Error(`PORT must be a whole number from 0 to ${MAX_PORT}`);
}

try {
  const simulator = new OpenMeteoSimulator({
    port: portOf(process.env['PORT']),
    host: process.env['HOST'] || undefined,
    key: process.env['OPEN_METEO_API_KEY'] || undefined,
  });
  const { url } = await simulator.start();
  process.once('SIGTERM', () => void simulator.stop());
  process.once('SIGINT', () => void simulator.stop());
  console.log(`open-meteo-simulator listening on ${url}`);
} catch (error) {
  console.error(`open-meteo-simulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
