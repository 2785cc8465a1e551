/**
 * Replaces what is between `<!-- NAME -->` and `<!-- /NAME -->`.
 * @throws when a pair of markers is missing
 */
export function fillMarkers(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
    const from = filled.indexOf(start);
    const to = filled.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`there is no pair of markers ${start.trim()}`);
    return filled.slice(0, from + start.length) + part + filled.slice(to);
  }, text);
}
