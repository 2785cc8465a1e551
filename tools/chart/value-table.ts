import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml';

const BEGIN = '<!-- values: `npm run chart -- --docs` -->';
const END = '<!-- end of values -->';

/**
 * The chart's README with its table of values generated from the `# --` comments of values.yaml.
 * @throws when a value has no such comment
 */
export function withValueTable(readme: string, values: string): string {
  const { contents } = parseDocument(values);
  if (!isMap(contents)) throw new Error('values.yaml is not a mapping.');
  const table = ['| value | default | |', '|---|---|---|', ...rowsOf(contents)].join('\n');
  const [before] = readme.split(BEGIN);
  const [, after] = readme.split(END);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

function rowsOf(map: YAMLMap, path = ''): string[] {
  return map.items.flatMap(({ key, value }, index) => {
    if (!isScalar(key) || !isNode(value)) throw new Error(`values.yaml: ${path} has an odd key.`);
    // The YAML library gives a map's first comment to the map itself.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined);
    const about = /^ -- (.*)$/m.exec(comment ?? '')?.[1];
    const name = `${path}${String(key.value)}`;
    if (about) return [`| \`${name}\` | \`${JSON.stringify(value.toJSON())}\` | ${about} |`];
    if (isMap(value)) return rowsOf(value, `${name}.`);
    throw new Error(`values.yaml: ${name} has no comment that starts with "# -- "`);
  });
}
