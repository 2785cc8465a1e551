import { Control } from './control.js';

/** How the simulator behaves while the control is on, and otherwise, by the path below `/__simulator/`. */
export interface Trouble {
  readonly path: 'fault' | 'settings';
  readonly on: { readonly method: 'PUT'; readonly body: object };
  readonly off: { readonly method: 'PUT' | 'DELETE'; readonly body?: object };
}

/** Every call is answered with 500. */
export const FAILS: Trouble = {
  path: 'fault',
  on: { method: 'PUT', body: { kind: '500' } },
  off: { method: 'DELETE' },
};

/** Below the timeout of a call, so that every call still succeeds. */
const SLOW_MS = 1_500;
export const SLOW: Trouble = {
  path: 'settings',
  on: { method: 'PUT', body: { latencyMs: SLOW_MS } },
  off: { method: 'PUT', body: { latencyMs: 0 } },
};

/** Makes the simulated provider fail, or slow. */
export class ProviderTrouble extends Control {
  readonly progress = '';
  private on = false;

  /** @param simulatorUrl undefined with the real provider */
  constructor(
    private readonly simulatorUrl: string | undefined,
    private readonly trouble: Trouble,
  ) {
    super();
  }

  get unavailable(): string | null {
    return this.simulatorUrl === undefined ? 'The provider is the real one.' : null;
  }

  get isOn(): boolean {
    return this.on;
  }

  override async turn(on: boolean): Promise<void> {
    const { method, body } = on ? this.trouble.on : this.trouble.off;
    const response = await fetch(`${this.simulatorUrl}/__simulator/${this.trouble.path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The simulator answered ${response.status}.`);
    this.on = on;
  }
}
