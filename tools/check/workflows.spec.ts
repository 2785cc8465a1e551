import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly needs?: unknown }>>;
}

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return { file, text, ...(parse(text) as Workflow) };
});
const startedBy = (event: string) => workflows.filter(({ on }) => event in on);

describe('the pull request of a fork', () => {
  it('starts no workflow with the rights of this repository', () => {
    expect(startedBy('pull_request_target')).toEqual([]);
  });

  it('starts workflows without secrets that may neither sign nor write', () => {
    const started = startedBy('pull_request');

    expect(started.map(({ file }) => file)).toContain('ci.yml');
    expect(started.filter(({ text }) => /secrets\.|id-token|contents: write/.test(text))).toEqual(
      [],
    );
  });

  it('is not deployed when its branch has the name of ours', () => {
    const first = startedBy('workflow_run')
      .flatMap(({ jobs }) => Object.values(jobs))
      .filter(({ needs }) => needs === undefined);

    expect(first).toHaveLength(1);
    expect(first.map((job) => job.if)).toEqual([
      expect.stringContaining("github.event.workflow_run.event == 'push' && "),
    ]);
  });
});
