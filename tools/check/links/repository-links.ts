import { readFileSync } from 'node:fs';
import { repositoryFiles } from '../../support/repository-files.js';
import { linkProblems } from './link-problems.js';

/** Links of this repository's documents that lead nowhere, one per line. */
export function brokenLinks(): readonly string[] {
  return linkProblems(repositoryFiles(), (file) => readFileSync(file, 'utf8'));
}
