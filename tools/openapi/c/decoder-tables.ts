import { cMembersOf, type CMember, type CRow, type CValue } from './c-members.js';
import { storageOf } from './c-storage.js';
import type { Cddl } from './read-cddl.js';

/** The text of `mfapi_glance_fields.h`: for each map a table that tells the decoder what to expect and where to store it. */
export function decoderTables(cddl: Cddl): string {
  // A table comes after those that it refers to.
  const tables = [...cddl.maps.keys()]
    .toReversed()
    .map((map) => tablesOf(map, cMembersOf(cddl, map)));
  return `/* The tables of mfapi_glance.c. Generated from docs/contract/glance.cddl by \`npm run openapi\`; do not edit. */

${tables.join('\n')}`;
}

function tablesOf(map: string, members: readonly CMember[]): string {
  const arrays = members.flatMap((member) =>
    member.rows.flatMap((row, alternative) =>
      row.type === 'ARRAY'
        ? [table(itemsName(map, member.key, alternative), row.items.flatMap(itemRows(member)))]
        : [],
    ),
  );
  const rows = members.flatMap((member, bit) =>
    member.rows.map((row, alternative) =>
      initializer({
        ...common(member.key, bit, member, row),
        required: member.isOptional ? 0 : 1,
        ...place(map, member),
        ...items(map, member.key, row, alternative),
      }),
    ),
  );
  return [...arrays, table(`mfapi_${map}_fields`, rows)].join('\n');
}

function table(name: string, rows: readonly string[]): string {
  return `static const field ${name}[] = {\n${[...rows, initializer({ key: 'NULL' })].join('')}};\n`;
}

function initializer(values: Readonly<Record<string, string | number>>): string {
  const fields = Object.entries(values).map(([name, value]) => `.${name} = ${value}`);
  return `  {${fields.join(', ')}},\n`;
}

function common(
  key: string,
  bit: number,
  value: CValue,
  row: CRow,
): Record<string, string | number> {
  return {
    key: JSON.stringify(key),
    bit,
    type: row.type,
    nullable: value.isNullable ? 1 : 0,
    ...('least' in row ? { least: row.least, most: row.most } : {}),
    ...('letters' in row ? { letters: JSON.stringify(row.letters.join('')) } : {}),
  };
}

function place(map: string, member: CMember): Record<string, string | number> {
  const { size, count } = storageOf(member);
  return {
    size,
    offset: `offsetof(mfapi_${map}, ${member.key})`,
    ...(count === null ? {} : { count: `offsetof(mfapi_${map}, ${count})` }),
  };
}

function items(
  map: string,
  key: string,
  row: CRow,
  alternative: number,
): Record<string, string | number> {
  if (row.type === 'MAP') return { items: `mfapi_${row.map}_fields` };
  if (row.type !== 'ARRAY') return {};
  return { items: itemsName(map, key, alternative), step: row.items.length > 1 ? 1 : 0 };
}

function itemRows(member: CMember): (value: CValue, bit: number) => string[] {
  const { size } = storageOf(member);
  return (value, bit) =>
    value.rows.map((row) => initializer({ ...common('', bit, value, row), size }));
}

function itemsName(map: string, key: string, alternative: number): string {
  return `mfapi_${map}_${key}_items${alternative === 0 ? '' : `_${alternative + 1}`}`;
}
