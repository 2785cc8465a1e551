import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { isNeverLoaded } from '../tools/bundle/never-loaded.js';

const BUNDLE = new URL('../dist/api/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, BUNDLE), 'utf8');
const jsonOf = (file: string): unknown => JSON.parse(read(file));

const FILES = readdirSync(BUNDLE);
const THIRD_PARTIES = readdirSync(new URL('third-party/', BUNDLE));
const FASTIFY = THIRD_PARTIES.find((folder) => folder.startsWith('fastify@')) ?? '';

describe('the bundle of the API', () => {
  it('has source maps of src and libs only, so no code of apps, packages, tools or tests', () => {
    const sources = FILES.filter((file) => file.endsWith('.map')).flatMap(
      (file) => (jsonOf(file) as { sources: string[] }).sources,
    );
    expect(sources).toContain('../../src/main.ts');
    expect(sources.filter((source) => !/^\.\.\/\.\.\/(src|libs)\//.test(source))).toEqual([]);
  });

  it('names each bundled package with version and licence', () => {
    const bundled = new Set(
      Object.values(jsonOf('contents.json') as Record<string, string[]>).flat(),
    );
    const manifests = THIRD_PARTIES.map(
      (folder) => jsonOf(`third-party/${folder}/package.json`) as { name: string; version: string },
    );
    expect(new Set(manifests.map(({ name }) => name))).toEqual(bundled);
    expect(manifests.filter(({ version }) => !version)).toEqual([]);
    expect(existsSync(new URL(`third-party/${FASTIFY}/LICENSE`, BUNDLE))).toBe(true);
  });

  it('needs at start nothing but its own files, Node, and packages that are known to stay outside', () => {
    const imports = FILES.filter((file) => file.endsWith('.js')).flatMap((file) =>
      [...read(file).matchAll(/(?:^|[;}])(?:import|export)\b[^'"`()]*?["']([^"']+)["']/gm)].map(
        ([, specifier = '']) => specifier,
      ),
    );
    expect(imports).toContain('./packages.js');
    const outside = imports.filter((name) => !name.startsWith('./') && !isBuiltin(name));
    expect(outside.filter((name) => !isNeverLoaded(name))).toEqual([]);
  });
});
