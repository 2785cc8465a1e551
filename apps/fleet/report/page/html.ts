export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The first cell of a row is its heading. A phone shows each row as a card, where cells bring their headings. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((cell, column) => `<td data-of="${head[column + 1] ?? ''}">${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head
    .map((title) => `<th scope="col">${title}</th>`)
    .join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** The commands that print the figures above it. */
export function source(...commands: readonly string[]): string {
  const unique = [...new Set(commands)].map((command) => `<code>${escaped(command)}</code>`);
  return `<p class="source">Source: ${unique.join('<br>')}</p>`;
}
