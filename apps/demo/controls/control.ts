/** What the buttons of the page do, by their names in its HTML. */
export const CONTROL_NAMES = ['provider-fails', 'provider-slow', 'redis-dies', 'burst'] as const;
export type ControlName = (typeof CONTROL_NAMES)[number];

/** A button of the page. */
export abstract class Control {
  /** Why it cannot be used here; null when it can. */
  abstract readonly unavailable: string | null;
  abstract readonly isOn: boolean;
  /** What happens, for the status line of the page; empty when there is nothing to say. */
  abstract readonly progress: string;

  /** @throws when the demo cannot do it */
  abstract turn(on: boolean): Promise<void>;
}

export type Controls = Readonly<Record<ControlName, Control>>;
