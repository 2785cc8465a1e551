import type { Pipeline } from './pipeline.js';

const PUBLISHED = 'api smoke development';

/** What the pipeline takes from others and hands on: each broken rule as a sentence. */
export function supplyChainFaults(pipeline: Pipeline): string[] {
  const rules: Readonly<Record<string, boolean>> = {
    'a published image lacks a platform': inEachImage(
      pipeline,
      '--platform linux/amd64,linux/arm64',
    ),
    'a published image has no SBOM': inEachImage(pipeline, '--sbom=true'),
    'a published image has no provenance': inEachImage(pipeline, '--provenance=mode=max'),
    'a published image is not scanned on each platform':
      inEachImage(pipeline, 'for arch in amd64 arm64; do') &&
      inEachImage(pipeline, '--fail-on high'),
    'a published image is not signed': signsAll(pipeline),
    'the chart is not published as a signed OCI artefact': publishesChart(pipeline),
    'a signature of another workflow or branch is accepted': verifiesIdentity(pipeline),
    'a pull request brings dependencies unseen': onPullRequest(
      pipeline,
      /actions\/dependency-review-action/,
    ),
    'a pull request brings secrets unseen': onPullRequest(
      pipeline,
      /git log --patch[\s\S]*secretlint/,
    ),
    'a pull request can get rights or secrets': pullRequestsAreHarmless(pipeline),
    'a job without an environment can get cloud credentials': identityNeedsEnvironment(pipeline),
  };
  return [...unpinned(pipeline), ...Object.keys(rules).filter((fault) => !rules[fault])];
}

/** Actions that can change without a change here. */
function unpinned({ texts }: Pipeline): string[] {
  const uses = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/\buses: (.*)/g)].map(([, used = '']) => ({ path, used })),
  );
  return uses
    .filter(({ used }) => !/^\.\/|@[0-9a-f]{40} # v\d+(?:\.\d+)*$/.test(used))
    .map(({ path, used }) => `${path} does not name a commit and its version: ${used}`);
}

/** Whether a loop over all published images has a command. */
function inEachImage(pipeline: Pipeline, command: string): boolean {
  const commands = pipeline.jobsOf('ci.yml').map(([, job]) => pipeline.commandsOf(job));
  return commands
    .flatMap((text) => [...`${text}\n`.matchAll(/for image in (.*); do([\s\S]*?)\ndone/g)])
    .some(([, images, body]) => images === PUBLISHED && body?.includes(command));
}

function publishCommands(pipeline: Pipeline): string {
  const [, job] = pipeline.jobsOf('cd.yml').find(([name]) => name === 'publish') ?? [];
  return job ? pipeline.commandsOf(job) : '';
}

function signsAll(pipeline: Pipeline): boolean {
  const commands = publishCommands(pipeline);
  return (
    commands.includes(`for image in ${PUBLISHED}; do`) &&
    /to_entries\[\][^\n]*<<<"\$DIGESTS"[^\n]*cosign sign --yes "\$REGISTRY\/\$name"/.test(commands)
  );
}

function publishesChart(pipeline: Pipeline): boolean {
  return /helm push .* "oci:\/\/[\s\S]*add charts\/mfapi/.test(publishCommands(pipeline));
}

function verifiesIdentity(pipeline: Pipeline): boolean {
  const commands = pipeline.jobs.map(([, job]) => pipeline.commandsOf(job)).join('\n');
  const verifications = commands.match(/cosign verify .*/g) ?? [];
  return (
    verifications.length > 0 &&
    verifications.every((command) => {
      const [, kind, identity = ''] =
        /--certificate-identity(-regexp)? (['"].*?['"])/.exec(command) ?? [];
      const isAnchored = kind ? /^['"]\^.*\$['"]$/.test(identity) : identity !== '';
      return isAnchored && identity.includes('/.github/workflows/cd.yml@refs/heads/main');
    })
  );
}

function onPullRequest(pipeline: Pipeline, command: RegExp): boolean {
  const started = [...pipeline.workflows].filter(([, { on }]) => 'pull_request' in on);
  return started
    .flatMap(([file]) => pipeline.jobsOf(file))
    .some(([, job]) => command.test(`${JSON.stringify(job.steps)}${pipeline.commandsOf(job)}`));
}

function pullRequestsAreHarmless({ workflows, texts }: Pipeline): boolean {
  const started = [...workflows].filter(([, { on }]) => 'pull_request' in on);
  const isHarmless = ([file]: readonly [string, unknown]): boolean =>
    !/secrets[.:]|id-token|contents: write/.test(texts.get(`.github/workflows/${file}`) ?? '');
  return (
    started.every(isHarmless) &&
    [...workflows.values()].every(({ on }) => !('pull_request_target' in on))
  );
}

function identityNeedsEnvironment({ workflows, jobs }: Pipeline): boolean {
  return (
    [...workflows.values()].every(({ permissions }) => !permissions?.['id-token']) &&
    jobs.every(
      ([, { permissions, environment, uses }]) =>
        !permissions?.['id-token'] || environment !== undefined || uses !== undefined,
    )
  );
}
