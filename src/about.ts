import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface About {
  readonly name: string;
  readonly version: string;
}

/** Name and version from the nearest `package.json` above this file, compiled or not. */
export const ABOUT: About = readManifest(dirname(fileURLToPath(import.meta.url)));

function readManifest(directory: string): About {
  try {
    const { name, version } = JSON.parse(
      readFileSync(join(directory, 'package.json'), 'utf8'),
    ) as About;
    return { name, version };
  } catch (error) {
    const parent = dirname(directory);
    if (parent === directory) throw error;
    return readManifest(parent);
  }
}
