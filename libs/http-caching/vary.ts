type HeaderValue = number | string | string[] | undefined;

/**
 * The value of `Vary` (RFC 9110 section 12.5.5) with more field names, each once.
 * @param present what other parts of the server have set
 */
export function addToVary(present: HeaderValue, ...names: readonly string[]): string {
  const all = [present === undefined ? '' : String(present), ...names].join(',').split(',');
  const unique = new Map(all.map((name) => [name.trim().toLowerCase(), name.trim()]));
  unique.delete('');
  return unique.has('*') ? '*' : [...unique.values()].join(', ');
}
