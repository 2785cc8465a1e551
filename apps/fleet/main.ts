// `npm run fleet -- plan`: what a fleet of watches costs, in virtual time; `-- report`: that as a page for its owner;
// `-- load`: the load of one over HTTP; `-- cold-region`: a region whose cache is empty; `-- validate`: the plan compared
// with real processes.
// `--help` after the command lists its options.

/** Loaded when asked for, so that one command needs nothing of the others. */
const COMMANDS: Readonly<Record<string, () => Promise<{ run: Command }>>> = {
  plan: () => import('./plan/plan.command.js'),
  load: () => import('./load/load.command.js'),
  report: () => import('./report/report.command.js'),
  'cold-region': () => import('./cold/cold-region.command.js'),
  validate: () => import('./validate/validate.command.js'),
};

/** Resolves to the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;

if (!command) {
  console.error(name ? `fleet: unknown command ${name}` : 'fleet: a command is missing');
  console.error(`Usage: npm run fleet -- ${Object.keys(COMMANDS).join('|')} [options]`);
  process.exit(2);
}
process.exitCode = await (await command()).run(args);
