import { Control, type Sentences } from './control.js';

/** How the simulator behaves while the control is on, and otherwise, by the path below `/__simulator/`. */
export interface Trouble {
  readonly path: 'fault' | 'settings';
  readonly on: { readonly method: 'PUT'; readonly body: object };
  readonly off: { readonly method: 'PUT' | 'DELETE'; readonly body?: object };
  readonly says: Sentences;
}

/** Every call is answered with 500. */
export const FAILS: Trouble = {
  path: 'fault',
  on: { method: 'PUT', body: { kind: '500' } },
  off: { method: 'DELETE' },
  says: {
    on: 'AccuWeather answers with errors. The faces turn grey as their copies expire; nothing disappears.',
    off: 'AccuWeather answers again. Each face recovers with its next request.',
  },
};

/** Below the timeout of a call, so that every call still succeeds. */
const SLOW_MS = 1_500;
export const SLOW: Trouble = {
  path: 'settings',
  on: { method: 'PUT', body: { latencyMs: SLOW_MS } },
  off: { method: 'PUT', body: { latencyMs: 0 } },
  says: {
    on: 'AccuWeather takes 1.5 s per call. Watches wait only where a copy has expired, or no watch has asked before.',
    off: 'AccuWeather is fast again.',
  },
};

/** Makes the simulated provider fail, or slow. */
export class ProviderTrouble extends Control {
  /** Undefined before the first use. */
  private on: boolean | undefined;

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
    return this.on === true;
  }

  get progress(): string {
    if (this.on === undefined) return '';
    return this.trouble.says[this.on ? 'on' : 'off'];
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
