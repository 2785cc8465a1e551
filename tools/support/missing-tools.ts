/** Ends the title of a suite or test that is skipped because these tools are not installed. */
export function needing(missing: readonly string[]): string {
  return ` (needs ${missing.join(', ')})`;
}

/** The missing tools in the full title of a skipped test, those of the outermost suite; else undefined. */
export function toolsMissingFor(fullTitle: string): string | undefined {
  return / \(needs ([^)]+)\)/.exec(fullTitle)?.[1];
}
