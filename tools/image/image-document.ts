import { cpus } from 'node:os';
import { BASE } from './build-image.js';
import { AIMS, type Findings } from './findings.js';

/** The findings as docs/image.md. */
export function imageDocument(found: Findings): string {
  return `<!-- Written by \`npm run image\`; do not edit. -->

# The image, run as the chart says

${new Date().toISOString().slice(0, 10)}, Node ${found.node.slice(1)} in the image, ${cpus().length} cores. The unmodified Dockerfile, built by buildah; the Deployment that
Helm renders from \`values-prod-eu.yaml\`, run by \`podman kube play\` beside the simulator and the development issuer, with
\`drainSeconds\` 3. Podman schedules no probes here and has no service mesh, no HPA, no network policy: those are only rendered.

| | |
|---|---|
${rowsOf(found)
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}
`;
}

function rowsOf(found: Findings): [name: string, value: string][] {
  const { outcomes, stopped, watch } = found;
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return [
    ['base', `\`${BASE}\`, ${found.base}`],
    ['size unpacked, over the base', `${found.sizeMiB} MiB (aim: under ${AIMS.sizeMiB})`],
    [
      'start of the process to ready',
      `${found.readyMs} ms (aim: under ${AIMS.readyMs}), with ${found.busy.toFixed(1)} other processes running`,
    ],
    ['response to a watch', `${watch.status} \`${JSON.stringify(watch.body)}\``],
    ['user, group', `${found.user}, ${found.group}`],
    ['effective capabilities', `\`${found.capabilities}\``],
    ['no new privileges, seccomp', `${found.noNewPrivileges}, ${found.seccomp} (filter)`],
    ['writable of /, /app, /tmp', found.writable.join(', ') || 'none'],
    [
      'memory limit; used after one request, under load',
      `${found.memoryLimitMiB} MiB; ${found.restMiB}, ${found.loadMiB} MiB`,
    ],
    [
      'SIGTERM under load',
      `${total} answers, ${total - (outcomes['200'] ?? 0)} not 200; exit code ${stopped.code} after ${(stopped.ms / 1000).toFixed(1)} s`,
    ],
  ];
}
