import { access, constants, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { planDocument } from '../report/plan-document.js';
import { planText } from '../report/text/plan-text.js';
import { loadWorld } from '../world/load-world.js';
import { OptionError } from './option.error.js';
import { PLAN_HELP } from './plan-help.js';
import { parsePlanOptions, type PlanOptions } from './plan-options.js';
import { runPlan } from './run-plan.js';

const FAILED = 1;
const WRONG_USE = 2;

/**
 * `fleet plan`: prints the plan, and progress on stderr.
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const options = parsePlanOptions(args);
    if (options.help) print(PLAN_HELP);
    else await planAndPrint(args, options);
    return 0;
  } catch (error) {
    if (!(error instanceof OptionError)) {
      say(`fleet plan: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return FAILED;
    }
    say(`fleet plan: ${error.message}`);
    say('Try: npm run fleet -- plan --help');
    return WRONG_USE;
  }
}

async function planAndPrint(args: readonly string[], options: PlanOptions): Promise<void> {
  const { json } = options;
  if (json !== undefined) await assertWritable(json);
  say('plan: reading the places of the world …');
  const result = await runPlan(loadWorld(), options, say);
  const document = planDocument(args, options, result);
  print(planText(document).join('\n'));
  if (json === undefined) return;
  await writeFile(json, `${JSON.stringify(document, null, 2)}\n`);
  say(`plan: written to ${json}`);
}

/** Before minutes of work. */
async function assertWritable(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  await access(folder, constants.W_OK).catch(() => {
    throw new OptionError(`--json=${file}: ${folder} is not a folder that can be written to`);
  });
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
