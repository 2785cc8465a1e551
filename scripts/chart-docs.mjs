// The table of values in helm/mfapi/README.md, made of the `# --` comments of values.yaml;
// `--check` compares only.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, parseDocument } from 'yaml';

const CHART = new URL('../helm/mfapi/', import.meta.url);
const README = new URL('README.md', CHART);
const BEGIN = '<!-- values: `npm run chart -- --docs` -->';
const END = '<!-- end of values -->';

const present = readFileSync(README, 'utf8');
const described = describe(present);
if (!process.argv.includes('--check')) {
  writeFileSync(README, described);
} else if (described !== present) {
  console.error('helm/mfapi/README.md differs from values.yaml: run `npm run chart -- --docs`.');
  process.exit(1);
}

function describe(readme) {
  const values = parseDocument(readFileSync(new URL('values.yaml', CHART), 'utf8'));
  const table = ['| value | default | |', '|---|---|---|', ...rowsOf(values.contents)].join('\n');
  const [before] = readme.split(BEGIN);
  const [, after] = readme.split(END);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
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
