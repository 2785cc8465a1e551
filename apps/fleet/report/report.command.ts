import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OptionError } from '../plan/option.error.js';
import { makePlans } from './data/make-plans.js';
import { readData, SUMMARY_FILE } from './data/read-data.js';
import type { ReportData } from './data/report-data.js';
import { summarise } from './data/summarise.js';
import { generatedDocs } from './docs/generated-docs.js';
import { takeScreenshots } from './docs/screenshots.js';
import { reportPage } from './page/report-page.js';
import { parseReportOptions, REPORT_HELP, type ReportOptions } from './report-options.js';

const FAILED = 1;
const WRONG_USE = 2;
const USUAL_WATCHES = 5_000_000;

/**
 * `fleet report`: writes the page about a fleet, and on request the parts of docs/ that come from the same plans.
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const options = parseReportOptions(args);
    if (options.help) {
      process.stdout.write(`${REPORT_HELP}\n`);
      return 0;
    }
    const data = await dataFor(options);
    return options.check ? await check(data, options) : await write(data, options);
  } catch (error) {
    if (!(error instanceof OptionError)) {
      say(
        `fleet report: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return FAILED;
    }
    say(`fleet report: ${error.message}`);
    say('Try: npm run fleet -- report --help');
    return WRONG_USE;
  }
}

async function dataFor({ files, run: plansAnew, watches }: ReportOptions): Promise<ReportData> {
  const today = new Date().toISOString().slice(0, 10);
  if (!plansAnew) return readData(files.length > 0 ? files : [SUMMARY_FILE], today, watches);
  if (files.length > 0) throw new OptionError('--run makes the plans: give no files with it');
  const planned = watches ?? USUAL_WATCHES;
  return summarise(await makePlans(planned, say), today, planned);
}

async function write(data: ReportData, options: ReportOptions): Promise<number> {
  const { html, docs, screenshots, prices } = options;
  await writeTo(html, await reportPage(data, prices));
  if (docs) {
    for (const [file, text] of await generatedDocs(data, prices)) await writeTo(file, text);
  }
  if (screenshots) for (const file of await takeScreenshots(resolve(html))) say(`report: ${file}`);
  return 0;
}

/** Whether docs/ is what the data make of it. */
async function check(data: ReportData, { prices }: ReportOptions): Promise<number> {
  const wanted = [...(await generatedDocs(data, prices))];
  const present = await Promise.all(wanted.map(([file]) => readFile(file, 'utf8').catch(() => '')));
  const stale = wanted.filter(([, text], index) => present[index] !== text);
  for (const [file] of stale) say(`${file} is out of step: run npm run fleet -- report --docs`);
  return stale.length === 0 ? 0 : FAILED;
}

async function writeTo(file: string, text: string): Promise<void> {
  await mkdir(dirname(resolve(file)), { recursive: true });
  await writeFile(file, text);
  say(`report: ${file}`);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
