import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The cores of a run: one for the measured pods, the others for all else. */
export const CORES = { pods: '0', others: `1-${availableParallelism() - 1}` } as const;

/**
 * Binds all threads of a process to cores (`taskset`).
 * @param cores a list as `taskset` takes it
 * @throws where there is no `taskset`, or one core only
 */
export function pinTo(cores: string, pid: number): void {
  if (availableParallelism() < 2) throw new Error('The measurement needs two cores.');
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)]);
}
