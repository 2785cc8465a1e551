import { CONDITIONS } from '../../packages/watch-client/conditions/conditions.js';
import { DRAWINGS } from './drawings.js';

const BACKGROUNDS = [
  { fill: '#fff', text: '#000' },
  { fill: '#000', text: '#fff' },
] as const;
const COLUMNS = 6;
const CELL = { width: 150, height: 104 };
const BIG = 48;
const SMALL = 24;

/** All icons with their names, by day and by night, at 48 and 24 px, on white and on black, as an SVG. */
export function contactSheet(): string {
  const cells = CONDITIONS.flatMap((condition) => {
    const { day, night } = DRAWINGS[condition];
    return [
      { name: condition, drawing: day },
      ...(night ? [{ name: `${condition}-night`, drawing: night }] : []),
    ];
  });
  const sheetHeight = Math.ceil(cells.length / COLUMNS) * CELL.height;
  const width = COLUMNS * CELL.width;
  const height = BACKGROUNDS.length * sheetHeight;
  const sheets = BACKGROUNDS.map(({ fill, text }, index) => {
    const drawn = cells.map(({ name, drawing }, cell) =>
      cellOf(name, drawing, [
        (cell % COLUMNS) * CELL.width,
        Math.floor(cell / COLUMNS) * CELL.height,
      ]),
    );
    return `<g transform="translate(0 ${index * sheetHeight})" fill="${text}"><rect width="${width}" height="${sheetHeight}" fill="${fill}"/>
${drawn.join('\n')}
</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
${sheets.join('\n')}
</svg>
`;
}

function cellOf(name: string, drawing: string, [x, y]: readonly [number, number]): string {
  return `<g transform="translate(${x} ${y})"><g transform="translate(30 18) scale(${BIG / 24})">${drawing}</g><g transform="translate(96 30) scale(${SMALL / 24})">${drawing}</g><text x="${CELL.width / 2}" y="88" text-anchor="middle">${name}</text></g>`;
}
