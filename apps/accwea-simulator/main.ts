import { AccweaSimulator } from './accwea-simulator.js';

const DEFAULT_PORT = 4010;
const MAX_PORT = 65_535;

function wholeNumber(name: string, fallback: number, max: number): number {
  const value = Number(process.env[name] || fallback);
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new Error(`${name} must be a whole number from 0 to ${max}`);
}

try {
  const frozenAtMs = wholeNumber('FROZEN_AT_MS', 0, Number.MAX_SAFE_INTEGER);
  const simulator = new AccweaSimulator({
    port: wholeNumber('PORT', DEFAULT_PORT, MAX_PORT),
    host: process.env['HOST'] || undefined,
    key: process.env['ACCWEA_TOKEN'] || undefined,
    now: frozenAtMs > 0 ? () => frozenAtMs : undefined,
  });
  simulator.latencyMs = wholeNumber('LATENCY_MS', 0, Number.MAX_SAFE_INTEGER);
  const { url } = await simulator.start();
  process.once('SIGTERM', () => void simulator.stop());
  process.once('SIGINT', () => void simulator.stop());
  console.log(`accwea-simulator listening on ${url}`);
} catch (error) {
  console.error(`accwea-simulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
