/** Counts by name. */
export class Counts {
  private readonly byName = new Map<string, number>();

  add(name: string): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + 1);
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  get total(): number {
    return [...this.byName.values()].reduce((sum, times) => sum + times, 0);
  }

  /** `4 × a, 2 × b` */
  toString(): string {
    const names = this.names.toSorted((a, b) => a.localeCompare(b));
    return names.map((name) => `${this.byName.get(name)} × ${name}`).join(', ');
  }
}
