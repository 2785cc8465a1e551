import type { Traces } from './traces.js';
import type { TracesOptions } from './traces.options.js';

/** Loads OpenTelemetry on demand: without traces it costs neither time nor memory. */
export async function startTraces(options?: TracesOptions): Promise<Traces | undefined> {
  if (!options) return undefined;
  const { Traces } = await import('./traces.js');
  return new Traces(options);
}
