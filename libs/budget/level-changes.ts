import type { BudgetEvents } from './budget-events.js';
import type { Level } from './usage.js';

/** Emits the level of a budget whenever it changes; a budget begins with `plenty`. */
export class LevelChanges {
  private level: Level = 'plenty';

  constructor(private readonly events: BudgetEvents) {}

  update(level: Level): void {
    if (level === this.level) return;
    this.level = level;
    this.events.emit({ name: 'level', level });
  }
}
