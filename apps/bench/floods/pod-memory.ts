import { readFileSync, writeFileSync } from 'node:fs';

/** Resets the peak (proc(5), `clear_refs`). */
const RESET_PEAK = '5';

/** The resident memory of a process, from Linux. */
export class PodMemory {
  constructor(private readonly pid: number) {}

  /** The peak since the last reset, in MiB. */
  get peakMiB(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
  }

  resetPeak(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, RESET_PEAK);
  }
}
