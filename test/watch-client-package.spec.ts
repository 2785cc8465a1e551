import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT_NAME, PackedClient } from './support/packed-client.js';

const TSC = join(process.cwd(), 'node_modules/typescript/bin/tsc');
const PUBLINT = join(process.cwd(), 'node_modules/publint/src/cli.js');

/** Prints what a watch needs: the classes, a condition, a profile's table, and the path of an icon. */
const USE = `
  const client = new WatchClient({ baseUrl: 'https://weather.example', token: async () => ({ value: '', expiresAtMs: 0 }) });
  console.log(JSON.stringify([typeof client.glance, conditionName(10), wmoCode('rain'), iconFile('clear', false)]));
`;
const NAMES = '{ WatchClient, conditionName, wmoCode, iconFile }';
const USED = '["function","rain",63,"clear-night.svg"]';

/** Type-checked under every kind of resolution; the signal goes to \`fetch\` only where that has a type. */
const CONSUMER = `
import {
  WatchClient, WatchError, wearOsWeather, garminWeather, pebblePins, iconFile,
  type Condition, type Token, type WeatherResult, type Body,
} from '${CLIENT_NAME}';

const client = new WatchClient({
  baseUrl: 'https://weather.example',
  token: async (signal): Promise<Token> => ({ value: String(signal.aborted), expiresAtMs: 0 }),
});
const at = { latitude: 48.87, longitude: 2.3 };
export async function show(): Promise<string> {
  try {
    const now: WeatherResult<Body<'conditions'>> = await client.conditions(at, { units: 'imperial', lang: 'fr' });
    const daily = await client.dailyForecast(at, { days: 3 });
    const bodies = { conditions: now.body, daily: daily.body };
    const temperature: number | null = garminWeather(bodies).currentConditions.temperature;
    const pins: number = pebblePins(daily.body).length;
    const condition: Condition = 'rain';
    return [temperature, pins, wearOsWeather(bodies)['WEATHER.CONDITION'], iconFile(condition, true)].join();
  } catch (error) {
    return error instanceof WatchError ? error.code : 'bug';
  }
}
// @ts-expect-error an option that the endpoint does not have
export const wrong = client.uvIndex(at, { days: 3 });
`;

/** What the examples of the README leave to the reader. */
const README_DECLARATIONS = `
declare function fetchMyToken(signal: AbortSignal): Promise<{ value: string; expiresAtMs: number }>;
declare function drawFace(body: object, how: { asOfMs: number; greyed: boolean }): void;
declare function wakeUpAt(timeMs: number): void;
`;

interface Consumer {
  readonly file: string;
  readonly options: readonly string[];
}

const WITH_DOM = ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'ES2022,DOM'];
const CONSUMERS: Readonly<Record<string, Consumer>> = {
  'an ES module for Node, without types of DOM and Node': {
    file: 'esm.mts',
    options: ['--module', 'nodenext', '--lib', 'ES2022'],
  },
  'a CommonJS module for Node, without types of DOM and Node': {
    file: 'cjs.cts',
    options: ['--module', 'nodenext', '--lib', 'ES2022'],
  },
  'a bundler, with the DOM': {
    file: 'bundled.ts',
    options: WITH_DOM,
  },
  'the old resolution of Node 10': {
    file: 'old.ts',
    options: [
      '--module',
      'commonjs',
      '--moduleResolution',
      'node10',
      '--ignoreDeprecations',
      '6.0',
      '--lib',
      'ES2022',
    ],
  },
};
const STRICT = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'ES2022'];

describe('the package of the watch client', () => {
  let client: PackedClient;

  beforeAll(() => {
    client = PackedClient.pack();
  });
  afterAll(() => client.remove());

  const inProject = (file: string, text: string): string =>
    execFileSync(process.execPath, [client.write(file, text)], { encoding: 'utf8' }).trim();

  it('can be imported by an ES module', () => {
    expect(inProject('use.mjs', `import ${NAMES} from '${CLIENT_NAME}';${USE}`)).toBe(USED);
  });

  it('can be required by a CommonJS module, also where Node does not require ES modules', () => {
    const file = client.write('use.cjs', `const ${NAMES} = require('${CLIENT_NAME}');${USE}`);
    const args = ['--no-experimental-require-module', file];

    expect(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()).toBe(USED);
  });

  /** @returns the errors */
  const compile = (files: readonly string[], options: readonly string[]): string =>
    spawnSync(process.execPath, [TSC, ...STRICT, ...options, ...files], {
      cwd: client.project,
      encoding: 'utf8',
    }).stdout;

  it.each(Object.entries(CONSUMERS))('has types for %s', (_who, { file, options }) => {
    expect(compile([client.write(file, CONSUMER)], options)).toBe('');
  });

  it('accepts the fetch of the platform, and gives it the signal, where both have types', () => {
    const source = `import { WatchClient } from '${CLIENT_NAME}';
      const token = async (signal: AbortSignal) => {
        const response = await fetch('/token', { signal });
        return { value: await response.text(), expiresAtMs: 0 };
      };
      export const client = new WatchClient({ baseUrl: '', token, fetch: window.fetch });`;

    expect(compile([client.write('browser.ts', source)], WITH_DOM)).toBe('');
  });

  it('has a README whose TypeScript examples compile', () => {
    const readme = readFileSync(join(client.installed, 'README.md'), 'utf8');
    const examples = readme
      .split('```ts\n')
      .slice(1)
      .map((rest) => rest.split('\n```')[0] ?? '');
    const files = examples.map((code, index) =>
      client.write(`example-${index}.mts`, README_DECLARATIONS + code),
    );

    expect(files).toHaveLength(5);
    expect(compile(files, ['--module', 'nodenext', '--lib', 'ES2022,DOM'])).toBe('');
  });

  it('has every icon of its index under its exports', () => {
    const script = `import index from '${CLIENT_NAME}/icons/index.json' with { type: 'json' };
      const files = Object.values(index).flatMap(({ day, night }) => [day, night]);
      files.forEach((file) => import.meta.resolve('${CLIENT_NAME}/icons/' + file));
      console.log(JSON.stringify(files));`;
    const files = JSON.parse(inProject('icons.mjs', script)) as string[];

    expect(files).toHaveLength(46);
    for (const file of files) expect(existsSync(join(client.installed, 'icons', file))).toBe(true);
  });

  it('contains neither tests nor sources', () => {
    const files = readdirSync(client.installed, { recursive: true, encoding: 'utf8' });

    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
    expect(
      files.filter((file) => /\.spec\.|testing|(?<!\.d)\.ts$|\.tsbuildinfo/.test(file)),
    ).toEqual([]);
  });

  it('has a README whose relative links lead to files of the package', () => {
    const readme = readFileSync(join(client.installed, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link ?? '');
    const relative = links.filter((link) => !/^https?:/.test(link));

    expect(relative).not.toEqual([]);
    for (const link of relative) {
      expect([link, existsSync(join(client.installed, link))]).toEqual([link, true]);
      expect(link).not.toContain('..');
    }
  });

  it('has no fault that publint knows', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [PUBLINT, 'run', client.tarball, '--strict'],
      { encoding: 'utf8' },
    );

    expect([status, stdout]).toEqual([0, expect.stringContaining('All good!')]);
  });
});
