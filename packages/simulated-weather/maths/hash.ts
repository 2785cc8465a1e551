/** FNV-1a with a final mix: a stable number in [0, 1) for a text, the same in every process. */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A stable whole number in [0, `below`). */
export function wholeOf(text: string, below: number): number {
  return Math.floor(fractionOf(text) * below);
}

/** A stable member of a table that is not empty. */
export function pick<T>(table: readonly T[], text: string): T {
  return table[wholeOf(text, table.length)] as T;
}
