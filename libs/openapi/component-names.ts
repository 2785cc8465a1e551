/**
 * Names for equal values: the first value of a title is called as the title, each other one has a number after it.
 * Values are compared by their JSON.
 */
export class ComponentNames<Value> {
  private readonly names = new Map<string, string>();
  readonly values: Record<string, Value> = {};

  /** The name of a value; a new one for a value that is new under this title. */
  nameOf(title: string, value: Value): string {
    const key = `${title} ${JSON.stringify(value)}`;
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = this.unusedName(title);
    this.names.set(key, name);
    this.values[name] = value;
    return name;
  }

  private unusedName(title: string): string {
    let name = title;
    for (let number = 2; name in this.values; number += 1) name = `${title}-${number}`;
    return name;
  }
}
