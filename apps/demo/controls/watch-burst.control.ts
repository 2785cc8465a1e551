import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Control } from './control.js';

const FLEET = fileURLToPath(new URL('../../fleet/main.js', import.meta.url));
/** Ten thousand watches, in and around 80 cities, wake up within half a minute. */
const PLAN = [
  ['--watches', '10000'],
  ['--places', 'cities'],
  ['--city-radius-km', '2'],
  ['--warm-up', '0'],
  ['--ramp', '2s'],
  ['--rate', '350'],
  ['--hold', '28s'],
  ['--max-lag-ms', '1000'],
].flat();

/** Where the watches of a burst send their requests. */
export interface BurstTarget {
  readonly apiUrl: string;
  readonly issuerUrl: string;
}

/** A burst of watches from the load generator of `npm run fleet`. */
export class WatchBurst extends Control {
  private child: ChildProcess | undefined;
  private lastLine = '';

  /** @param target undefined with the real provider, whose calls cost money */
  constructor(private readonly target: BurstTarget | undefined) {
    super();
  }

  get unavailable(): string | null {
    return this.target ? null : 'The provider is the real one.';
  }

  get isOn(): boolean {
    return this.child !== undefined;
  }

  get progress(): string {
    return this.lastLine;
  }

  override async turn(on: boolean): Promise<void> {
    if (on && !this.child && this.target) this.start(this.target);
    if (!on) this.child?.kill('SIGTERM');
  }

  private start({ apiUrl, issuerUrl }: BurstTarget): void {
    const where = ['--url', apiUrl, '--issuer', issuerUrl];
    const child = spawn(process.execPath, [FLEET, 'load', ...where, ...PLAN], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child = child;
    createInterface(child.stderr).on('line', (line) => {
      if (line.trim() !== '') this.lastLine = line.trim();
    });
    child.once('exit', () => (this.child = undefined));
  }
}
