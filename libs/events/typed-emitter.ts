/**
 * Delivers events of one type to its listeners, synchronously and in the order in which they were
 * added. A subclass without code serves as a DI token: `class OrderEvents extends TypedEmitter<OrderEvent> {}`.
 */
export class TypedEmitter<Event> {
  private readonly listeners: ((event: Event) => void)[] = [];

  /** @param listener must not throw: its error would reach the code that emits */
  on(listener: (event: Event) => void): void {
    this.listeners.push(listener);
  }

  emit(event: Event): void {
    for (const listener of this.listeners) listener(event);
  }
}
