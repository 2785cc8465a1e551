import type { ApiProcess } from '../support/api-process.js';

/** Something that a process writes to, and that others read. */
export interface Sink {
  readonly name: string;
  /** All that was written so far. */
  read(): string | Promise<string>;
}

/**
 * Everything that leaves a process beside its answers. What else is sent anywhere, such as traces or
 * reports of errors, belongs in this list.
 */
export function sinksOf(api: ApiProcess): readonly Sink[] {
  return [
    { name: 'metrics', read: async () => (await fetch(api.metricsUrl)).text() },
    { name: 'stdout and stderr', read: () => api.output },
  ];
}
