/** Remembers what was derived from a record, for as long as the record is in memory. */
export class PerRecord<T extends object, Derived> {
  private readonly done = new WeakMap<T, Map<string, Derived>>();

  /** @param view what `derive` depends on besides the record */
  of(record: T, view: string, derive: () => Derived): Derived {
    const views = this.done.get(record) ?? new Map<string, Derived>();
    if (views.size === 0) this.done.set(record, views);
    const present = views.get(view);
    if (present !== undefined) return present;
    const derived = derive();
    views.set(view, derived);
    return derived;
  }
}
