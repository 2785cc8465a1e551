import { spawnSync } from 'node:child_process';
import { describe, it } from '@jest/globals';

const FOUND = spawnSync('promtool', ['--version']).status === 0;

/** Uses promtool from the PATH (package `prometheus`); without it these tests are reported as skipped. */
export const itWithPromtool = FOUND ? it : it.skip;
export const describeWithPromtool = FOUND ? describe : describe.skip;
