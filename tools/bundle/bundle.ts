import { readFile } from 'node:fs/promises';
import { rolldown, type OutputAsset, type OutputChunk, type Plugin } from 'rolldown';
import { isNeverLoaded } from './never-loaded.js';

/** The folder of the bundle. */
export const BUNDLE = 'dist/api';
const ENTRY = 'dist/src/main.js';
const OURS = /^(?!.*node_modules).*[\\/]dist[\\/](src|libs)[\\/].*\.js$/;
const PACKAGE = /[\\/]node_modules[\\/]/;

/**
 * Bundles the compiled API and its packages into a few ES modules: `main.js` and what it imports, and a module for
 * each thing that is loaded on demand. Packages and our own code are in different files.
 * @throws when an import cannot be resolved and is not known to be optional
 */
export async function bundleApi(): Promise<readonly (OutputChunk | OutputAsset)[]> {
  const bundle = await rolldown({
    input: { main: ENTRY },
    platform: 'node',
    external: isNeverLoaded,
    plugins: [compilerMaps],
    onLog: (_level, { code, message }) => {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({
    dir: BUNDLE,
    format: 'esm',
    sourcemap: true,
    // Node keeps a file with any character beyond Latin-1 as two bytes for each character.
    charset: 'ascii',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // Nest and the OpenAPI document use the names of classes. Unmangled names keep stack traces of packages readable.
    keepNames: true,
    minify: { mangle: false, compress: true, codegen: true },
    codeSplitting: {
      groups: [
        { name: 'packages', test: PACKAGE, tags: ['$initial'] },
        { name: 'packages-on-demand', test: PACKAGE, entriesAware: true },
      ],
    },
  });
  await bundle.close();
  return output;
}

/** Whether a file of the bundle has code of this repository; files with packages have none. */
export function isOurs({ moduleIds }: OutputChunk): boolean {
  return moduleIds.some((id) => OURS.test(id));
}

/** Gives the bundler the source maps that the compiler wrote, so that its own lead to the TypeScript files. */
const compilerMaps: Plugin = {
  name: 'compiler-maps',
  load: {
    filter: { id: OURS },
    handler: async (id) => ({
      code: await readFile(id, 'utf8'),
      map: await readFile(`${id}.map`, 'utf8'),
    }),
  },
};
