// Part of the image `development`: bundles the development issuer and the simulator, which the product's image lacks.
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { thirdPartiesOf, writeThirdParties } from './third-party.js';

const FOLDER = 'dist/development';

const bundle = await rolldown({
  input: {
    issuer: 'dist/apps/dev-issuer/main.js',
    simulator: 'dist/apps/accwea-simulator/main.js',
  },
  platform: 'node',
});
const { output } = await bundle.write({ dir: FOLDER, format: 'esm', keepNames: true });
await bundle.close();
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeThirdParties(thirdPartiesOf(modules), join(FOLDER, 'third-party'));
