import { describeWith, itWith, programOnPath } from './describe-with.js';

const PROMTOOL = programOnPath('promtool');

/** Uses promtool from the PATH (package `prometheus`); without it these tests are reported as skipped. */
export const itWithPromtool = itWith(PROMTOOL);
export const describeWithPromtool = describeWith(PROMTOOL);
