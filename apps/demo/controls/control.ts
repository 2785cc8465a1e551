/** What the buttons of the page do, by their names in its HTML. */
export const CONTROL_NAMES = ['provider-fails', 'provider-slow', 'redis-dies', 'burst'] as const;
export type ControlName = (typeof CONTROL_NAMES)[number];

/** What the status line says of a control that was turned on, and off again. */
export interface Sentences {
  readonly on: string;
  readonly off: string;
}

/** A button of the page. */
export abstract class Control {
  /** Why it cannot be used here; null when it can. */
  abstract readonly unavailable: string | null;
  abstract readonly isOn: boolean;
  /** What happens, or has happened last, for the status line of the page; empty before the first use. */
  abstract readonly progress: string;

  /** @throws when the demo cannot do it */
  abstract turn(on: boolean): Promise<void>;
}

export type Controls = Readonly<Record<ControlName, Control>>;
