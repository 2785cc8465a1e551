import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

const CHART = fileURLToPath(new URL('../../../helm/mfapi', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/helm/', import.meta.url));

/** A Kubernetes object as Helm rendered it; `any`, for a test reaches deep into many kinds. */
// oxlint-disable-next-line typescript/no-explicit-any
export type KubernetesObject = any;

export interface HelmRun {
  readonly ok: boolean;
  /** Standard output and error. */
  readonly said: string;
  readonly output: string;
}

export interface RenderOptions {
  /** Names of `values-NAME.yaml`. */
  readonly environment?: string;
  /** As for `helm --set-json`: a path and any value. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly release?: string;
  readonly chart?: string;
}

/** One Helm binary. */
export class Helm {
  private readonly templates = new Map<string, HelmRun>();

  constructor(
    readonly version: string,
    private readonly file: string,
  ) {}

  lint(options: RenderOptions = {}): HelmRun {
    return this.run(['lint', '--strict', chartOf(options), ...valuesOf(options)]);
  }

  template(options: RenderOptions = {}): HelmRun {
    const release = options.release ?? 'mfapi';
    const values = valuesOf(options);
    const words = ['template', release, chartOf(options), '--namespace', 'weather', ...values];
    // Many tests look at the same rendering.
    const key = words.join(' ');
    const run = this.templates.get(key) ?? this.run(words);
    this.templates.set(key, run);
    return run;
  }

  /** @throws what Helm said, when it did not render */
  render(options: RenderOptions = {}): KubernetesObject[] {
    const { ok, said, output } = this.template(options);
    if (!ok) throw new Error(said);
    // As Kubernetes reads it: YAML 1.1, in which 0440 is octal.
    return parseAllDocuments(output, { version: '1.1' }).map((document) => document.toJS());
  }

  private run(words: readonly string[]): HelmRun {
    const { status, stdout, stderr } = spawnSync(this.file, words, { encoding: 'utf8' });
    return { ok: status === 0, said: `${stdout}\n${stderr}`, output: stdout };
  }
}

const FOUND: readonly Helm[] = found();

/** Without a Helm these suites are named as skipped. */
export const describeWithHelm = FOUND.length > 0 ? describe : describe.skip;

/** Those that `npm run chart` fetched, else the one on the PATH; one to name what is skipped. */
export const HELMS = (FOUND.length > 0 ? FOUND : [new Helm('', 'helm')]) as readonly [Helm];

/** The first of them, for what does not depend on the version. */
export function aHelm(): Helm {
  return HELMS[0];
}

export function ofKind(objects: readonly KubernetesObject[], kind: string): KubernetesObject {
  return objects.find((object) => object.kind === kind);
}

function found(): Helm[] {
  const fetched = filesIn(CACHE).map((file) => `${CACHE}${file}`);
  return [...fetched, ...(fetched.length === 0 ? ['helm'] : [])].flatMap((file) => {
    const { status, stdout } = spawnSync(file, ['version', '--short'], { encoding: 'utf8' });
    return status === 0 ? [new Helm(stdout.trim(), file)] : [];
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was fetched.
    return [];
  }
}

function chartOf({ chart = CHART }: RenderOptions): string {
  return chart;
}

function valuesOf({ environment, set = {} }: RenderOptions): string[] {
  return [
    ...(environment ? ['--values', `${CHART}/values-${environment}.yaml`] : []),
    ...Object.entries(set).flatMap(([path, value]) => [
      '--set-json',
      `${path}=${JSON.stringify(value)}`,
    ]),
  ];
}
