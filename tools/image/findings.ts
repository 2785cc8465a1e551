/** What the process in the container reports about itself. */
export interface ProcessFindings {
  readonly user: number;
  readonly group: number;
  /** Node's version, with its `v`. */
  readonly node: string;
  /** Effective capabilities, as a hexadecimal mask. */
  readonly capabilities: string;
  readonly noNewPrivileges: string;
  /** 2: a filter. */
  readonly seccomp: string;
  /** Files that it could write. */
  readonly writable: readonly string[];
}

export interface RunFindings extends ProcessFindings {
  /** Load average of this machine before the start. */
  readonly busy: number;
  readonly readyMs: number;
  readonly watch: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
  readonly memoryLimitMiB: number;
  readonly restMiB: number;
  readonly loadMiB: number;
  readonly stopped: { readonly code: number; readonly ms: number };
  /** How many requests under load ended with each status, or error code. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface Findings extends RunFindings {
  /** Where the base image comes from. */
  readonly base: string;
  /** What built and ran it, with versions. */
  readonly tools: string;
  /** Unpacked, without the base. */
  readonly sizeMiB: number;
}

export const AIMS = { sizeMiB: 40, readyMs: 1_500 };

/** The violated requirements. */
export function faultsOf({ watch, stopped, outcomes, ...seen }: Findings): string[] {
  const rules: Readonly<Record<string, boolean>> = {
    [`larger than ${AIMS.sizeMiB} MiB over its base`]: seen.sizeMiB < AIMS.sizeMiB,
    [`slower to be ready than ${AIMS.readyMs} ms`]: seen.readyMs < AIMS.readyMs,
    'a watch gets no weather': watch.status === 200 && typeof watch.body['vis'] === 'number',
    'runs as another user': seen.user === 10001,
    'has capabilities': /^0+$/.test(seen.capabilities),
    'may gain privileges': seen.noNewPrivileges === '1',
    'has no seccomp filter': seen.seccomp === '2',
    'can write': seen.writable.length === 0,
    'has no memory limit': seen.memoryLimitMiB === 512,
    'did not end with 0': stopped.code === 0,
    'lost requests': Object.keys(outcomes).join() === '200',
  };
  return Object.keys(rules).filter((fault) => !rules[fault]);
}
