const STATES = [
  { name: 'fresh', colour: '#cfe8cf', lines: ['served', 'without Redis'] },
  { name: 'stale', colour: '#fdf0c4', lines: ['served at once', 'one pod refreshes it'] },
  { name: 'expired', colour: '#f9d7b5', lines: ['loads from the source;', 'served if that fails'] },
  { name: 'dead', colour: '#e3e3e3', lines: ['loads from the source;', 'no fallback'] },
] as const;
const STEPS = [
  ['claim', 'one script in Redis: the record, or its lease'],
  ['leader', 'loads, renews the lease, settles the record'],
  ['follower', 'polls every 25 ms until the record is there'],
  ['unavailable', 'Redis is down: loads for this pod only'],
] as const;
const WIDTH = 190;
const GAP = 40;

/** The life of a record in libs/read-through, as an SVG. */
export function drawReadThrough(): string {
  const boxes = STATES.map(({ name, colour, lines }, index) => {
    const x = 20 + index * (WIDTH + GAP);
    const arrow =
      index === 0
        ? ''
        : `<path d="M${x - GAP} 90 h${GAP - 8}" class="arrow" marker-end="url(#tip)"/>`;
    return `${arrow}<rect x="${x}" y="50" width="${WIDTH}" height="80" rx="8" fill="${colour}"/>
  ${text(x + WIDTH / 2, 75, name, 'title')}
  ${lines.map((line, row) => text(x + WIDTH / 2, 98 + row * 18, line)).join('\n  ')}`;
  });
  const last = 20 + 3 * (WIDTH + GAP) + WIDTH / 2;
  const first = 20 + WIDTH / 2;
  const back = [1, 2, 3].map((index) => {
    const x = 20 + index * (WIDTH + GAP) + WIDTH / 2;
    return `<path d="M${x} 130 V165" class="arrow"/>`;
  });
  const steps = STEPS.map(
    ([name, what], row) =>
      `<text x="20" y="${225 + row * 22}"><tspan class="title">${name}</tspan>  ${what}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 320" font-family="sans-serif" font-size="13">
  <title>Life of a record in libs/read-through</title>
  <style>.title{font-weight:bold}.arrow{fill:none;stroke:#555;stroke-width:1.5}.note{fill:#555}</style>
  <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#555"/></marker></defs>
  <rect width="920" height="320" fill="#fff"/>
  ${text(460, 28, 'time: fresh window, then revalidation window, then error window (all ± 10 %)', 'note')}
  ${boxes.join('\n  ')}
  ${back.join('\n  ')}
  <path d="M${last} 165 H${first} V138" class="arrow" marker-end="url(#tip)"/>
  ${text(460, 185, 'a load that succeeds, here or in another pod: one per key and window', 'note')}
  ${steps.join('\n  ')}
</svg>
`;
}

function text(x: number, y: number, content: string, kind = ''): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" class="${kind}">${content}</text>`;
}
