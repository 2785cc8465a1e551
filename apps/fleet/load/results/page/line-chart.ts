const WIDTH = 900;
const HEIGHT = 220;
const LEFT = 64;
const BOTTOM = 28;
const TOP = 12;

export interface Line {
  readonly name: string;
  /** A colour of Okabe and Ito, which colour-blind readers distinguish. */
  readonly colour: string;
  /** Distinguishes the line in black and white. */
  readonly dashes: string;
  /** One per second; null = a gap. */
  readonly values: readonly (number | null)[];
}

/**
 * An SVG of values over the seconds of a run.
 * @param unit of the values, for the axis
 */
export function lineChart(title: string, unit: string, lines: readonly Line[]): string {
  const seconds = Math.max(2, ...lines.map(({ values }) => values.length));
  const top = Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const x = (second: number): number => LEFT + (second / (seconds - 1)) * (WIDTH - LEFT - 8);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const paths = lines.map(
    ({ values, colour, dashes }) =>
      `<path d="${pathOf(values, x, y)}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-dasharray="${dashes}"/>`,
  );
  const legend = lines.map(
    ({ name, colour, dashes }) =>
      `<span><svg width="28" height="8" aria-hidden="true"><path d="M0 4H28" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/></svg> ${name}</span>`,
  );
  return `<figure><figcaption>${title}: ${legend.join(' ')}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
${axes(top, unit, seconds, y)}
${paths.join('\n')}
</svg></figure>`;
}

function pathOf(
  values: Line['values'],
  x: (second: number) => number,
  y: (value: number) => number,
): string {
  let drawing = false;
  return values
    .map((value, second) => {
      const command = drawing ? 'L' : 'M';
      drawing = value !== null;
      return value === null ? '' : `${command}${x(second).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

function axes(top: number, unit: string, seconds: number, y: (value: number) => number): string {
  const marks = [0, 0.5, 1].map((share) => {
    const value = share * top;
    const text = `${value >= 10 ? Math.round(value) : Number(value.toFixed(2))} ${unit}`;
    return `<path d="M${LEFT} ${y(value)}H${WIDTH - 8}" stroke="#ccc"/><text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${text}</text>`;
  });
  const last = `<text x="${WIDTH - 8}" y="${HEIGHT - 8}" text-anchor="end">${seconds} s</text>`;
  return [...marks, `<text x="${LEFT}" y="${HEIGHT - 8}">0 s</text>`, last].join('\n');
}
