import type { Level } from './usage.js';

/** What happens to a budget, each told once; for logs and metrics. */
export type BudgetEvent =
  | { readonly name: 'level'; readonly level: Level }
  /** This process began to spend what is kept for times without the shared count, or no longer does. */
  | { readonly name: 'reserve-begun' | 'reserve-ended' }
  /** The shared count was lost; it goes on from what the processes remember. */
  | { readonly name: 'count-lost' };

type Listener = (event: BudgetEvent) => void;

/** Where a budget tells what happens, and others listen. */
export class BudgetEvents {
  private readonly listeners: Listener[] = [];
  private level: Level = 'plenty';

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  report(event: BudgetEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Reports a level that is not the one before; a budget begins with plenty. */
  reportLevel(level: Level): void {
    if (level === this.level) return;
    this.level = level;
    this.report({ name: 'level', level });
  }
}
