import { writeFile } from 'node:fs/promises';
import { OptionError } from '../plan/option.error.js';
import { ATTRIBUTION, loadWorld } from '../world/load-world.js';
import { comparisonTable } from './report/comparison-table.js';
import { VALIDATE_HELP } from './validate-help.js';
import { parseValidateOptions, type ValidateOptions } from './validate-options.js';
import { validate, type Validation } from './validation.js';

const EXIT_CODES: Readonly<Record<Validation['outcome'], number>> = {
  agrees: 0,
  differs: 1,
  invalid: 3,
  stopped: 4,
};
const FAILED = 1;
const WRONG_USE = 2;

/** `fleet validate`: prints both sides, and progress on stderr. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const options = parseValidateOptions(args);
    if (!options.help) return await validateAndPrint(args, options);
    print([VALIDATE_HELP]);
    return 0;
  } catch (error) {
    say(`fleet validate: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof OptionError)) return FAILED;
    say('Try: npm run fleet -- validate --help');
    return WRONG_USE;
  }
}

async function validateAndPrint(
  args: readonly string[],
  options: ValidateOptions,
): Promise<number> {
  const stop = new AbortController();
  // The processes are stopped in order; a second Ctrl-C ends this one at once.
  process.once('SIGINT', () => stop.abort('interrupted'));
  process.once('SIGTERM', () => stop.abort('terminated'));
  const validation = await validate(loadWorld(), options, { signal: stop.signal, say });
  print(textOf(validation));
  const { json } = options;
  if (json !== undefined) {
    const command = ['npm run fleet -- validate', ...args].join(' ');
    const document = { command, attribution: ATTRIBUTION, input: options, ...validation };
    await writeFile(json, `${JSON.stringify(document, null, 2)}\n`);
    say(`validate: written to ${json}`);
  }
  return EXIT_CODES[validation.outcome];
}

function textOf(validation: Validation): readonly string[] {
  const { comparison, requests, watches, hour, http, outcome, reasons } = validation;
  const { errors, lagMs, latencyMs } = http.requests;
  return [
    ...comparisonTable(comparison),
    '',
    `${requests} requests of ${watches} watches from ${hour}:00 UTC.`,
    `HTTP: ${errors.count} errors, latency p50 ${ms(latencyMs.p50)} and p99 ${ms(latencyMs.p99)}, lag of the generator p99 ${ms(lagMs.p99)}.`,
    `${http.waited} reads waited for the call of another request; in virtual time none does.`,
    `${outcome}${reasons.map((reason) => `\n  ${reason}`).join('')}`,
    ATTRIBUTION,
  ];
}

const ms = (value: number | null): string => `${(value ?? NaN).toFixed(1)} ms`;
const print = (lines: readonly string[]): void =>
  void process.stdout.write(`${lines.join('\n')}\n`);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
