import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/config.js';
import type { KubernetesObject } from '../support/tools/helm.js';
import { all, broken, one, podOf, settingsOf } from './rules.js';

const SECRET_FILES: Readonly<Record<string, string>> = {
  'accwea-token': 'a-key',
  'redis-url': 'rediss://:password@redis.example:6380',
  'open-meteo-api-key': 'a-key',
  'jwks.json': '{"keys":[{}]}',
  'sentry-dsn': 'https://key@sentry.example/1',
};

/** Violations found by the API's own configuration loader, with the mounted files in a temporary folder. */
export function settingFaults(objects: readonly KubernetesObject[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mfapi-settings-'));
  try {
    const settings = Object.entries(settingsOf(objects)).map(([name, value]) => {
      if (!name.endsWith('_FILE')) return [name, value];
      const file = value.split('/').at(-1) ?? '';
      writeFileSync(join(folder, file), SECRET_FILES[file] ?? 'PEM');
      return [name, join(folder, file)];
    });
    return [...pathFaults(objects), ...configFaults(Object.fromEntries(settings))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configFaults(settings: Record<string, string>): string[] {
  const known = new Set<string | symbol>();
  const watched = new Proxy(settings, {
    get: (target, name: string) => {
      known.add(name);
      return target[name];
    },
  });
  try {
    loadConfig(watched);
  } catch (error) {
    return [(error as Error).message];
  }
  const unknown = Object.keys(settings).filter((name) => !known.has(name));
  return unknown.map((name) => `${name} is not a setting of the API`);
}

/** Checks that every `…_FILE` is in a mounted folder and that each mounted secret is provided. */
function pathFaults(objects: readonly KubernetesObject[]): string[] {
  const [{ volumeMounts }] = podOf(one(objects, 'Deployment')).spec.containers;
  const folders = volumeMounts.map(({ mountPath }: KubernetesObject) => mountPath);
  const files = Object.entries(settingsOf(objects)).filter(([name]) => name.endsWith('_FILE'));
  const given = [
    ...all(objects, 'Secret').flatMap(({ data }) => Object.keys(data)),
    ...all(objects, 'ExternalSecret').flatMap(({ spec }) =>
      spec.data.map(({ secretKey }: KubernetesObject) => secretKey),
    ),
  ];
  return files.flatMap(([name, path]) => {
    const [, folder = '', file = ''] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
    const isThere =
      given.length === 0 || file === 'ca.pem' || file === 'jwks.json' || given.includes(file);
    return broken(name, { 'is not mounted': folders.includes(folder), 'is not given': isThere });
  });
}
