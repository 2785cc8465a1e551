import type { Traces } from './traces.js';
import type { TracesOptions } from './traces.options.js';

/** OpenTelemetry is loaded only here: who wants no traces does not pay for them. */
export async function startTraces(options?: TracesOptions): Promise<Traces | undefined> {
  if (!options) return undefined;
  const { Traces } = await import('./traces.js');
  return new Traces(options);
}
