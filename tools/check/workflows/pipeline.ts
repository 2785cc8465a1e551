import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly uses?: string;
  readonly needs?: string | readonly string[];
  readonly environment?: string | { readonly name: string };
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress'?: boolean };
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly with?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

export interface Workflow {
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflows of a repository, with the local actions and scripts that they call, as text. */
export class Pipeline {
  readonly workflows: ReadonlyMap<string, Workflow>;

  /** @param texts by path, below the root of the repository */
  constructor(readonly texts: ReadonlyMap<string, string>) {
    const files = [...texts].filter(([path]) => path.startsWith(WORKFLOWS));
    this.workflows = new Map(
      files.map(([path, text]) => [path.slice(WORKFLOWS.length), parse(text) as Workflow]),
    );
  }

  jobsOf(file: string): readonly (readonly [name: string, job: Job])[] {
    return Object.entries(this.workflows.get(file)?.jobs ?? {});
  }

  /** Every job of every workflow, with its file. */
  get jobs(): readonly (readonly [file: string, job: Job])[] {
    return [...this.workflows].flatMap(([file, { jobs }]) =>
      Object.values(jobs).map((job) => [file, job] as const),
    );
  }

  /** What the steps of a job run: shell commands, scripts and local actions, with continued lines joined. */
  commandsOf({ steps = [] }: Job): string {
    return steps.map((step) => this.commandsOfStep(step)).join('\n');
  }

  private commandsOfStep({ run = '', uses }: Step): string {
    const scripts = [...run.matchAll(/\bbash (tools\/\S+\.sh)/g)].map(([, path = '']) =>
      this.texts.get(path),
    );
    const action = this.texts.get(`${uses?.replace('./', '')}/action.yml`);
    return [run, ...scripts, action].join('\n').replaceAll(/\s*\\\n\s*/g, ' ');
  }
}

const WORKFLOWS = '.github/workflows/';
const FOLDERS = [WORKFLOWS, '.github/actions/cluster/', 'tools/deploy/', 'tools/check/'];

/** @param root of the repository */
export function readPipeline(root: string): Pipeline {
  const paths = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => folder + file),
  );
  const texts = paths.filter((path) => /\.(?:yml|sh)$/.test(path));
  return new Pipeline(new Map(texts.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

export function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}
