import { execFile, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { describeWith } from './describe-with.js';

const CHART = fileURLToPath(new URL('../../../helm/mfapi', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/helm/', import.meta.url));

/** A rendered Kubernetes object; `any`, because tests read nested fields of many kinds. */
// oxlint-disable-next-line typescript/no-explicit-any
export type KubernetesObject = any;

export interface HelmRun {
  readonly ok: boolean;
  /** Standard output and error. */
  readonly log: string;
  readonly output: string;
}

export interface RenderOptions {
  /** Names of `values-NAME.yaml`. */
  readonly environment?: string;
  /** As for `helm --set-json`: a path and any value. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly release?: string;
  /** Renders values that the schema rejects. */
  readonly skipSchema?: boolean;
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
    const args = ['template', release, chartOf(options), '--namespace', 'weather', ...values];
    // Many tests read the same rendering.
    const key = args.join(' ');
    const run = this.templates.get(key) ?? this.run(args);
    this.templates.set(key, run);
    return run;
  }

  /** @throws with Helm's output when rendering fails */
  render(options: RenderOptions = {}): KubernetesObject[] {
    const { ok, log, output } = this.template(options);
    if (!ok) throw new Error(log);
    return objectsIn(output);
  }

  /**
   * Renders as an upgrade does, which can look up what runs in the cluster.
   * @param kubeconfig path of a file that names the API server
   */
  async renderInCluster(kubeconfig: string, options: RenderOptions): Promise<KubernetesObject[]> {
    const how = ['--namespace', 'weather', '--dry-run=server', '--disable-openapi-validation'];
    const args = ['template', 'mfapi', chartOf(options), ...how, ...valuesOf(options)];
    const env = { ...process.env, KUBECONFIG: kubeconfig };
    // Not synchronous: the API server may be in this process.
    const { stdout } = await promisify(execFile)(this.file, args, { env, maxBuffer: 2 ** 26 });
    return objectsIn(stdout);
  }

  private run(args: readonly string[]): HelmRun {
    const { status, stdout, stderr } = spawnSync(this.file, args, { encoding: 'utf8' });
    return { ok: status === 0, log: `${stdout}\n${stderr}`, output: stdout };
  }
}

const FOUND: readonly Helm[] = found();

/** Without Helm these suites are reported as skipped. */
export const describeWithHelm = describeWith({ name: 'helm', isInstalled: FOUND.length > 0 });

/** The versions fetched by `npm run chart`, else the one on the PATH, else a placeholder for skipped suites. */
export const HELMS = (FOUND.length > 0 ? FOUND : [new Helm('', 'helm')]) as readonly [Helm];

/** The first Helm, for tests that do not depend on the version. */
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

/** Kubernetes reads YAML 1.1, in which 0440 is octal. */
function objectsIn(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS());
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No version was fetched.
    return [];
  }
}

function chartOf({ chart = CHART }: RenderOptions): string {
  return chart;
}

function valuesOf({ environment, set = {}, skipSchema = false }: RenderOptions): string[] {
  return [
    ...(skipSchema ? ['--skip-schema-validation'] : []),
    ...(environment ? ['--values', `${CHART}/values-${environment}.yaml`] : []),
    ...Object.entries(set).flatMap(([path, value]) => [
      '--set-json',
      `${path}=${JSON.stringify(value)}`,
    ]),
  ];
}
