import { cpus } from 'node:os';
import { BASE } from './build-image.js';
import { AIMS, type Findings } from './findings.js';

/** The findings as docs/image.md. */
export function imageDocument(found: Findings): string {
  return `<!-- Written by \`npm run image\`; do not edit. -->

# The image, run as the chart says

${new Date().toISOString().slice(0, 10)}, Node ${found.node.slice(1)} in the image, ${cpus().length} cores, ${process.arch}.

- **Run**: the stage \`api\` of the unmodified Dockerfile, built by buildah; the Deployment that Helm renders from \`values-prod-eu.yaml\`, by \`podman kube play\` with
  \`drainSeconds\` 3 in the network of this machine, beside the simulator and the development issuer as processes. Ports that are in use stop the run.
- **Not run**: Docker and Kubernetes; probes, autoscaler and network policy, which are only rendered; the other platform; the stages \`smoke\` and \`development\`; the official base image, where the table says stand-in.

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
    ['tools', found.tools],
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
