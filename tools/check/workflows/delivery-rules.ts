import { needsOf, type Job, type Pipeline, type Workflow } from './pipeline.js';

const DEPLOY = './.github/workflows/deploy.yml';
const ROLL_BACK = './.github/workflows/roll-back.yml';
const REGIONS: readonly string[] = ['prod-eu', 'prod-us'];
const BUILDS = /docker (?:buildx )?build .*|docker\/build-push-action/g;

/** How a commit gets to production: each broken rule as a sentence. */
export function deliveryFaults(pipeline: Pipeline): string[] {
  const rules: Readonly<Record<string, boolean>> = {
    'something else than a push to main of this repository can deploy': startedByMain(pipeline),
    'an image is built outside of ci.yml, untested': builtByCi(pipeline),
    'an image is built from another commit than the tested one': builtFromCheckout(pipeline),
    'the environments do not get the digests that were tested': promotesDigests(pipeline),
    'an environment can be deployed to twice at once': deploysOneByOne(pipeline),
    'a delivery that waits for an approval holds up later ones': waitsOutside(pipeline),
    'production needs no approval': isApproved(pipeline),
    'a freeze is not obeyed': obeysFreeze(pipeline),
    'a late approval can bring back an old release': refusesOlder(pipeline),
    'the history of a release does not name its commit': describesCommit(pipeline),
    'a cluster that accepts only Entra accounts cannot be reached': usesKubelogin(pipeline),
    'a failed region leaves the other on the new release': rollsBackBoth(pipeline),
  };
  return Object.keys(rules).filter((fault) => !rules[fault]);
}

function startedByMain({ workflows }: Pipeline): boolean {
  const deploying = [...workflows.values()].filter(({ jobs }) =>
    Object.values(jobs).some(({ environment, uses }) => environment ?? uses === DEPLOY),
  );
  return deploying.every(({ on }) =>
    Object.entries(on).every(
      ([event, options]) =>
        event === 'workflow_call' || (event === 'push' && options?.branches?.join() === 'main'),
    ),
  );
}

function builtByCi(pipeline: Pipeline): boolean {
  return pipeline.jobs.every(([file, job]) => file === 'ci.yml' || buildsOf(pipeline, job) === 0);
}

function buildsOf(pipeline: Pipeline, job: Job): number {
  const used = (job.steps ?? []).map(({ uses }) => uses).join('\n');
  return [...`${pipeline.commandsOf(job)}\n${used}`.matchAll(BUILDS)].length;
}

function builtFromCheckout(pipeline: Pipeline): boolean {
  const building = pipeline.jobs.filter(([, job]) => buildsOf(pipeline, job) > 0);
  return building.every(([, job]) => {
    const actions = (job.steps ?? []).filter(({ uses }) => uses?.includes('build-push-action'));
    const commands = pipeline.commandsOf(job).match(BUILDS) ?? [];
    return (
      actions.every((step) => step.with?.['context'] === '.') &&
      commands.every((command) => command.endsWith(' .'))
    );
  });
}

/** The workflow that a push starts, and its jobs that deploy. */
function delivery({ workflows }: Pipeline): { workflow: Workflow | undefined; deploying: Job[] } {
  const workflow = workflows.get('cd.yml');
  const deploying = Object.values(workflow?.jobs ?? {}).filter(({ uses }) => uses === DEPLOY);
  return { workflow, deploying };
}

function promotesDigests(pipeline: Pipeline): boolean {
  const { deploying, workflow } = delivery(pipeline);
  const publish = workflow?.jobs['publish'];
  return (
    deploying.length === 4 &&
    deploying.every(
      ({ with: given }) =>
        given?.['digests'] === '${{ needs.publish.outputs.digests }}' &&
        given['revision'] === '${{ github.sha }}',
    ) &&
    JSON.stringify(publish).includes('${{ needs.ci.outputs.digests }}')
  );
}

function deployJob(pipeline: Pipeline): Job {
  return pipeline.workflows.get('deploy.yml')?.jobs['deploy'] ?? {};
}

function deploysOneByOne(pipeline: Pipeline): boolean {
  const { concurrency } = deployJob(pipeline);
  return (
    concurrency?.group.includes('${{ inputs.environment }}') === true &&
    concurrency['cancel-in-progress'] === false
  );
}

function approvalOf(pipeline: Pipeline): [string, Job] | undefined {
  const jobs = Object.entries(pipeline.workflows.get('cd.yml')?.jobs ?? {});
  return jobs.find(([, { environment }]) => environment === 'production');
}

function waitsOutside(pipeline: Pipeline): boolean {
  const [, approval] = approvalOf(pipeline) ?? [];
  return (
    delivery(pipeline).workflow?.concurrency === undefined && approval?.concurrency === undefined
  );
}

function isApproved(pipeline: Pipeline): boolean {
  const [name, approval] = approvalOf(pipeline) ?? [];
  const { jobs = {} } = delivery(pipeline).workflow ?? {};
  const needs = (job: Job | undefined, wanted: string): boolean =>
    needsOf(job ?? {}).some((needed) => needed === wanted || needs(jobs[needed], wanted));
  return (
    name !== undefined &&
    needs(approval, 'staging') &&
    REGIONS.every((region) => needs(jobs[region], name))
  );
}

function obeysFreeze(pipeline: Pipeline): boolean {
  const [first] = deployJob(pipeline).steps ?? [];
  return first?.if === "vars.DEPLOY_FREEZE != ''" && first.run?.includes('exit 1') === true;
}

function refusesOlder(pipeline: Pipeline): boolean {
  const commands = pipeline.commandsOf(deployJob(pipeline));
  const check = commands.indexOf('git merge-base --is-ancestor');
  return check >= 0 && check < commands.indexOf('helm upgrade');
}

function describesCommit(pipeline: Pipeline): boolean {
  const upgrades = pipeline.commandsOf(deployJob(pipeline)).match(/helm upgrade .*/g) ?? [];
  return (
    upgrades.length > 0 && upgrades.every((command) => / --description "\$commit"/.test(command))
  );
}

function usesKubelogin(pipeline: Pipeline): boolean {
  const reaching = pipeline.jobs
    .map(([, job]) => `${pipeline.commandsOf(job)}${JSON.stringify(job.steps)}`)
    .filter((text) => /helm (?:upgrade|rollback)/.test(text));
  return (
    reaching.length > 0 && reaching.every((text) => text.includes('kubelogin convert-kubeconfig'))
  );
}

function rollsBackBoth(pipeline: Pipeline): boolean {
  const { jobs = {} } = delivery(pipeline).workflow ?? {};
  const job = Object.values(jobs).find(({ uses }) => uses === ROLL_BACK);
  return (
    job?.strategy?.matrix['environment']?.join() === REGIONS.join() &&
    REGIONS.every((region) => needsOf(job).includes(region)) &&
    job.if?.includes('always()') === true
  );
}
