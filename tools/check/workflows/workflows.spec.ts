import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { deliveryFaults } from './delivery-rules.js';
import { Pipeline, readPipeline } from './pipeline.js';
import { supplyChainFaults } from './supply-chain-rules.js';

const ours = readPipeline(fileURLToPath(new URL('../../..', import.meta.url)));

/** Our pipeline after a change of one file. */
function changed(file: string, from: string | RegExp, to: string): Pipeline {
  const text = ours.texts.get(file) ?? '';
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  return new Pipeline(new Map([...ours.texts, [file, other]]));
}

const CI = '.github/workflows/ci.yml';
const CD = '.github/workflows/cd.yml';
const DEPLOY = '.github/workflows/deploy.yml';

type Change = readonly [file: string, from: string | RegExp, to: string];

describe('the delivery pipeline', () => {
  it('follows the rules', () => {
    expect(deliveryFaults(ours)).toEqual([]);
  });

  it.each<[fault: string, ...change: Change]>([
    ['something else than a push to main', CD, 'branches: [main]', 'branches: [main, release]'],
    ['something else than a push to main', CD, /on:\n {2}push:/, 'on:\n  workflow_run:'],
    ['something else than a push to main', CD, 'on:\n', 'on:\n  workflow_dispatch:\n'],
    ['built outside of ci.yml', 'tools/deploy/publish.sh', 'helm push', 'docker build --push .\nx'],
    ['built from another commit', CI, 'images/$image.tar" .', 'images/$image.tar" "$REPOSITORY"'],
    ['do not get the digests', CD, '${{ needs.publish.outputs.digests }}', 'latest'],
    ['deployed to twice', DEPLOY, 'deploy-${{ inputs.environment }}', 'deploy'],
    ['deployed to twice', DEPLOY, 'cancel-in-progress: false', 'cancel-in-progress: true'],
    ['holds up later ones', CD, 'jobs:\n', 'concurrency: { group: cd }\njobs:\n'],
    ['holds up later ones', CD, '  approval:\n', '  approval:\n    concurrency: { group: x }\n'],
    ['needs no approval', CD, 'environment: production', 'environment: staging'],
    ['needs no approval', CD, 'needs: [publish, approval]', 'needs: [publish]'],
    ['freeze', DEPLOY, "vars.DEPLOY_FREEZE != ''", 'false'],
    ['late approval', DEPLOY, 'run: bash tools/deploy/refuse-older.sh "$REVISION"', 'run: exit 0'],
    ['does not name its commit', 'tools/deploy/upgrade.sh', '--description "$commit"', ''],
    [
      'accepts only Entra',
      '.github/actions/cluster/action.yml',
      'kubelogin convert-kubeconfig',
      'true',
    ],
    ['a failed region', CD, 'environment: [prod-eu, prod-us]', 'environment: [prod-us]'],
    ['a failed region', CD, 'always() && ', ''],
  ])('reports "%s" after such a change of %s', (fault, ...change) => {
    expect(deliveryFaults(changed(...change))).toEqual([expect.stringContaining(fault)]);
  });
});

describe('the supply chain of the pipeline', () => {
  it('follows the rules', () => {
    expect(supplyChainFaults(ours)).toEqual([]);
  });

  it.each<[fault: string, ...change: Change]>([
    ['does not name a commit', CI, /checkout@[0-9a-f]{40} # v7.0.1/, 'checkout@v7'],
    ['does not name a commit', CI, /(checkout@[0-9a-f]{40}) # v7.0.1/, '$1'],
    ['lacks a platform', CI, 'linux/amd64,linux/arm64', 'linux/amd64'],
    ['no SBOM', CI, '--sbom=true ', ''],
    ['no provenance', CI, '--provenance=mode=max ', ''],
    ['not scanned', CI, ' --fail-on high', ''],
    ['not scanned', CI, 'for arch in amd64 arm64', 'for arch in amd64'],
    ['not signed', CD, 'cosign sign --yes', 'true'],
    ['signed OCI artefact', 'tools/deploy/publish.sh', 'add charts/mfapi', 'true'],
    ['another workflow or branch', DEPLOY, '@refs/heads/main"', '@"'],
    [
      'another workflow or branch',
      DEPLOY,
      /--certificate-identity "(.*)"/,
      '--certificate-identity-regexp "^$1"',
    ],
    ['dependencies unseen', CI, 'actions/dependency-review-action', 'actions/checkout'],
    ['secrets unseen', CI, 'run: bash tools/check/secrets-in-commits.sh', 'run: exit 0'],
    ['rights or secrets', CI, 'contents: read', 'contents: write'],
    ['rights or secrets', CI, 'on:\n', 'on:\n  pull_request_target:\n'],
    ['cloud credentials', CD, 'environment: registry', 'name: x'],
  ])('reports "%s" after such a change of %s', (fault, ...change) => {
    expect(supplyChainFaults(changed(...change))).toEqual([expect.stringContaining(fault)]);
  });
});
