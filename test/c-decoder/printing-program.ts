type Values = Readonly<Record<string, unknown>>;

/**
 * A program in C as firmware would contain it: it decodes each line of hexadecimal digits and prints the error, then a line for
 * each member of the structure, by its name.
 * @param glances decides which members it prints: all that one of them has
 */
export function printingProgram(glances: readonly Values[]): string {
  const lines = Object.entries(mergedOf(glances)).flatMap(([key, value]) => statements(key, value));
  return `#include <stdio.h>
#include "mfapi_glance.h"

int main(void) {
  static uint8_t bytes[1 << 20];
  static mfapi_glance g;
  unsigned byte;
  int next;
  do {
    size_t length = 0;
    while (scanf("%2x", &byte) == 1) {
      bytes[length++] = (uint8_t)byte;
      if ((next = getchar()) == '\\n' || next == EOF) break;
      ungetc(next, stdin);
    }
    if (length == 0) break;
    printf("error %d\\n", (int)mfapi_glance_decode(bytes, length, &g));
${lines.map((line) => `    ${line}`).join('\n')}
    puts("end");
  } while (next != EOF);
  return 0;
}
`;
}

/** The lines that the program prints for a glance, from its JSON: what is null or absent is unknown. */
export function expectedLines(glances: readonly Values[], glance: Values): string[] {
  return Object.entries(mergedOf(glances)).flatMap(([key, sample]) =>
    linesOf(key, sample, glance[key]),
  );
}

const NULL = -(2 ** 31);

/** Of every key a value that is not null; maps are merged, and of arrays and texts the longest is taken. */
function mergedOf(values: readonly Values[]): Values {
  const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
  return Object.fromEntries(
    keys.map((key) => [key, sampleOf(values.map((value) => value[key] ?? null))]),
  );
}

function sampleOf(values: readonly unknown[]): unknown {
  const [first = 0, ...others] = values.filter((value) => value !== null);
  if (isMap(first)) return mergedOf([first, ...others.filter((other) => isMap(other))]);
  return others.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one), first);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) || typeof value === 'string' ? value.length : 0;
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function statements(path: string, sample: unknown): string[] {
  if (isMap(sample)) {
    const inner = Object.entries(sample).flatMap(([key, value]) =>
      statements(`${path}.${key}`, value),
    );
    return [printNumber(`${path}_present`), ...inner];
  }
  if (Array.isArray(sample)) {
    const items = sample.flatMap((item, index) => statements(`${path}[${index}]`, item));
    return [printNumber(`${path}_count`), ...items];
  }
  if (typeof sample !== 'string') return [printNumber(path)];
  return [
    sample.length === 1
      ? `printf("${path} %.1s\\n", &g.${path});`
      : `printf("${path} %s\\n", g.${path});`,
  ];
}

function printNumber(path: string): string {
  return `printf("${path} %lld\\n", (long long)g.${path});`;
}

function linesOf(path: string, sample: unknown, value: unknown): string[] {
  if (isMap(sample)) {
    const map = isMap(value) ? value : {};
    const inner = Object.entries(sample).flatMap(([key, one]) =>
      linesOf(`${path}.${key}`, one, map[key]),
    );
    return [`${path}_present ${isMap(value) ? 1 : 0}`, ...inner];
  }
  if (Array.isArray(sample)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const lines = sample.flatMap((one, index) => linesOf(`${path}[${index}]`, one, items[index]));
    return [`${path}_count ${items.length}`, ...lines];
  }
  if (typeof sample === 'string') return [`${path} ${typeof value === 'string' ? value : ''}`];
  return [`${path} ${typeof value === 'number' ? value : NULL}`];
}
