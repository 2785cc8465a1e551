import { cMembersOf, type CMember, type CRow, type CValue } from './c-members.js';
import { itemsOf, longest, storageOf } from './c-storage.js';
import type { Cddl } from './read-cddl.js';

const ROOT = 'glance';

const HEAD = `/* A glance of Meteo French API in C99, and its decoder from CBOR. MIT licence.
 * Generated from docs/contract/glance.cddl by \`npm run openapi\`; do not edit. */
#ifndef MFAPI_GLANCE_H
#define MFAPI_GLANCE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A number that is not known or absent. Arrays that are not known or absent have no items, and texts no bytes. */
#define MFAPI_NULL INT32_MIN

typedef enum mfapi_error {
  MFAPI_OK = 0,
  MFAPI_TRUNCATED,  /* the bytes end before the glance does */
  MFAPI_MALFORMED,  /* not CBOR, or CBOR that the service does not send */
  MFAPI_UNEXPECTED, /* a type or value that the CDDL does not permit, such as another version */
  MFAPI_MISSING     /* a required key is absent */
} mfapi_error;
`;

const TAIL = `/* Decodes the body of GET /v1/glance with Accept: application/cbor. Skips keys that it does not know. Allocates nothing,
 * and reads no byte outside of \`bytes\`. After an error \`glance\` is MFAPI_GLANCE_UNKNOWN. */
mfapi_error mfapi_glance_decode(const uint8_t *bytes, size_t length, mfapi_glance *glance);

#ifdef __cplusplus
}
#endif

#endif
`;

/** The text of `mfapi_glance.h`: structures, limits, the conditions and the decoder's declaration. */
export function glanceHeader(cddl: Cddl, conditions: Readonly<Record<string, number>>): string {
  // A structure comes after those that it contains.
  const maps = [...cddl.maps.keys()].toReversed();
  const structures = maps.map((map) => structure(map, cMembersOf(cddl, map)));
  const unknown = `/* A glance of which nothing is known. */
#define MFAPI_GLANCE_UNKNOWN \\\n  ${initializer(cddl, ROOT)}\n`;
  return [HEAD, enumOf(conditions), ...structures, unknown, TAIL].join('\n');
}

function enumOf(conditions: Readonly<Record<string, number>>): string {
  const lines = Object.entries(conditions).map(
    ([name, number]) => `  MFAPI_CONDITION_${name.toUpperCase().replaceAll('-', '_')} = ${number}`,
  );
  return `/* Conditions; later releases add some: display an unknown number as 0. */
typedef enum mfapi_condition {\n${lines.join(',\n')}\n} mfapi_condition;\n`;
}

function structure(map: string, members: readonly CMember[]): string {
  const limits = members.flatMap((member) => limitOf(map, member));
  const lines = members.map((member) => declaration(map, member));
  return `${limits.join('')}typedef struct mfapi_${map} {\n${lines.join('')}} mfapi_${map};\n`;
}

function limitOf(map: string, member: CMember): string[] {
  const { length, count } = storageOf(member);
  if (length === null) return [];
  const unit = count === null ? 'bytes, without the final zero' : 'items';
  return [`#define ${limitName(map, member)} ${longest(member.rows)} /* ${unit} */\n`];
}

function limitName(map: string, { key }: CMember): string {
  return `MFAPI_${map}_${key}_MAX`.toUpperCase();
}

function declaration(map: string, member: CMember): string {
  const { type, length, count } = storageOf(member);
  const room = limitName(map, member) + (count === null ? ' + 1' : '');
  const name = length === null ? member.key : `${member.key}[${room}]`;
  return `  /* ${comment(member)} */
${count === null ? '' : `  uint8_t ${count};\n`}  ${type} ${name};\n`;
}

function comment(member: CMember): string {
  const values = textOf(member);
  return `${member.meaning}${values && `; ${values}`}`.replaceAll('*/', '* /');
}

/** The permitted values, or an empty text where the type says it all. */
function textOf({ rows, isNullable }: CValue): string {
  const texts = rows.map((row) => rowText(row)).filter((text) => text !== '');
  return texts.length === 0 ? '' : [...texts, ...(isNullable ? ['null'] : [])].join(' or ');
}

function rowText(row: CRow): string {
  switch (row.type) {
    case 'NUMBER':
      return span(row.least, row.most);
    case 'TEXT':
      return (row.letters ?? []).map((letter) => `'${letter}'`).join(' or ');
    case 'MAP':
      return '';
    case 'ARRAY': {
      const items = row.items.map((item) => textOf(item)).join(', ');
      const isRepeated = row.items.length < row.most;
      return `${isRepeated ? `${span(row.least, row.most)} items ` : ''}[${items}]`;
    }
  }
}

function span(least: number, most: number): string {
  return least === most ? String(most) : `${least} to ${most}`;
}

/** Everything else is zero by itself. */
function initializer(cddl: Cddl, map: string): string {
  const values = cMembersOf(cddl, map).flatMap((member) => {
    const [row] = member.rows;
    if (row.type === 'MAP') return [`.${member.key} = ${initializer(cddl, row.map)}`];
    if (row.type === 'NUMBER') return [`.${member.key} = MFAPI_NULL`];
    if (row.type !== 'ARRAY' || itemsOf([row])[0]?.rows[0].type !== 'NUMBER') return [];
    const nulls = Array.from({ length: longest(member.rows) }, () => 'MFAPI_NULL');
    return [`.${member.key} = {${nulls.join(', ')}}`];
  });
  return `{${values.join(', ')}}`;
}
