// The table of values in helm/mfapi/README.md, made of the `# --` comments of values.yaml.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, parseDocument } from 'yaml';

const CHART = new URL('../helm/mfapi/', import.meta.url);
const README = new URL('README.md', CHART);
const MARKS = ['<!-- values: `npm run chart -- --docs` -->', '<!-- end of values -->'];

/** The README as it should be. */
export function describedChart() {
  const [before, , after] = split(readFileSync(README, 'utf8'));
  const rows = rowsOf(parseDocument(readFileSync(new URL('values.yaml', CHART), 'utf8')).contents);
  const table = ['| value | default | |', '|---|---|---|', ...rows].join('\n');
  return `${before}${MARKS[0]}\n\n${table}\n\n${MARKS[1]}${after}`;
}

export function isDescribed() {
  return readFileSync(README, 'utf8') === describedChart();
}

export function describeChart() {
  writeFileSync(README, describedChart());
}

function split(text) {
  const [before, rest] = text.split(MARKS[0]);
  const [table, after] = rest.split(MARKS[1]);
  return [before, table, after];
}

function rowsOf(map, path = '') {
  return map.items.flatMap(({ key, value }, index) => {
    // The YAML library gives a map's first comment to the map itself.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    const about = /^ -- (.*)$/m.exec(comment ?? '')?.[1];
    const name = `${path}${key.value}`;
    if (about) return [`| \`${name}\` | \`${JSON.stringify(value.toJSON())}\` | ${about} |`];
    if (isMap(value)) return rowsOf(value, `${name}.`);
    throw new Error(`values.yaml: ${name} has no comment that starts with "# -- "`);
  });
}
