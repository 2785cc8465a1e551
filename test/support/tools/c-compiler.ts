import { programOnPath } from './describe-with.js';

/** Any C compiler as `cc`; on Debian the packages `gcc` and `libc6-dev`. */
export const C_COMPILER = programOnPath('cc');
