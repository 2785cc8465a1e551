/** Runs tasks in their order, a few in each turn of the event loop, so that thousands at once delay nothing else. */
export class TurnQueue {
  private waiting: (() => void)[] = [];
  private isScheduled = false;

  constructor(private readonly perTurn: number) {}

  /** @param task must not throw */
  add(task: () => void): void {
    this.waiting.push(task);
    this.schedule();
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => this.run());
  }

  private run(): void {
    const now = this.waiting.splice(0, this.perTurn);
    for (const task of now) task();
    this.isScheduled = false;
    if (this.waiting.length > 0) this.schedule();
  }
}
