import { describeWith, programOnPath } from './describe-with.js';
import { PRISM } from './prism.js';

/**
 * Without Prism these suites are reported as skipped. Not in `prism.ts`, which nearly every suite imports:
 * Prism takes half a second to tell its version.
 */
export const describeWithPrism = describeWith({ ...programOnPath(PRISM), name: 'prism' });
