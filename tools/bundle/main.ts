// Part of `npm run build`: writes dist/api, which `npm run start:prod` and the image start.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputChunk } from 'rolldown';
import { BUNDLE, bundleApi, isOurs } from './bundle.js';
import { thirdPartiesOf, writeThirdParties } from './third-party.js';

const MAP_REFERENCE = /\n\/\/# sourceMappingURL=.*\n?$/;

const files = await bundleApi();
const chunks = files.filter((file) => file.type === 'chunk');
rmSync(BUNDLE, { recursive: true, force: true });
mkdirSync(BUNDLE, { recursive: true });
for (const chunk of chunks) writeChunk(chunk);
writeFileSync(join(BUNDLE, 'contents.json'), JSON.stringify(contents(), undefined, 2));
writeThirdParties(
  thirdPartiesOf(chunks.flatMap(({ moduleIds }) => moduleIds)),
  join(BUNDLE, 'third-party'),
);

/**
 * Node reads the source map of each file that it loads and keeps it in memory: 10 MB for the packages. So only our
 * own files have one.
 */
function writeChunk(chunk: OutputChunk): void {
  const file = join(BUNDLE, chunk.fileName);
  const map = isOurs(chunk) ? chunk.map : null;
  writeFileSync(file, map ? chunk.code : chunk.code.replace(MAP_REFERENCE, '\n'));
  if (map) writeFileSync(`${file}.map`, map.toString());
}

/** The names of the packages in each file of the bundle. */
function contents(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    chunks.map(({ fileName, moduleIds }) => [
      fileName,
      thirdPartiesOf(moduleIds).map(({ manifest }) => manifest.name),
    ]),
  );
}
