import { readFileSync, writeFileSync } from 'node:fs';
import { loadOptions, type LoadOptions } from './options/load-options.js';
import { USAGE } from './options/usage.js';
import type { LoadResult, Outcome } from './results/load-result.js';
import { resultPage } from './results/page/result-page.js';
import { summaryText } from './results/summary-table.js';
import { LoadRun } from './run/load-run.js';
import { CityPlaces } from './watches/city-places.js';
import { FileTokens } from './watches/file-tokens.js';
import { Fleet } from './watches/fleet.js';
import { HttpTransport } from './watches/http-transport.js';
import { IssuerTokens } from './watches/issuer-tokens.js';
import type { SubjectTokens } from './watches/subject-tokens.js';
import type { WatchPlaces } from './watches/watch-places.js';

const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  passed: 0,
  missed: 1,
  invalid: 3,
  stopped: 4,
};
const WRONG_OPTIONS = 2;
const STANDARD_OUTPUT = '-';

/** `npm run fleet -- load`: resolves to the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    if (args.includes('--help')) {
      process.stdout.write(USAGE);
      return 0;
    }
    const options = loadOptions(args);
    const result = await loadTest(options);
    publish(result, options);
    return EXIT_CODES[result.outcome];
  } catch (error) {
    report(`fleet load: ${error instanceof Error ? error.message : String(error)}`);
    report('npm run fleet -- load --help lists the options.');
    return WRONG_OPTIONS;
  }
}

async function loadTest(options: LoadOptions): Promise<LoadResult> {
  const tokens = tokensOf(options);
  await tokens.prepare(tokenProgress(tokens.subjects));
  const transport = new HttpTransport(options.connections);
  const places = await placesOf(options);
  const fleet = new Fleet(options, places, tokens, transport.fetch);
  const stop = new AbortController();
  // The second Ctrl-C ends the process at once.
  process.once('SIGINT', () => stop.abort('interrupted'));
  process.once('SIGTERM', () => stop.abort('terminated'));
  try {
    const { subjects } = tokens;
    return await new LoadRun({ options, fleet, subjects, stop, report }).result();
  } finally {
    await transport.close();
  }
}

/** The image of the load test has no table of the world. */
async function placesOf({
  places,
  seed,
  watches,
  cityRadiusKm,
}: LoadOptions): Promise<WatchPlaces> {
  if (places === 'cities') return new CityPlaces(seed, cityRadiusKm);
  const { WorldPlaces } = await import('./watches/world-places.js');
  return new WorldPlaces(seed, watches);
}

function tokensOf(options: LoadOptions): SubjectTokens {
  const { tokensFile, issuer, clientId, watches } = options;
  if (tokensFile !== undefined) return new FileTokens(tokensFile);
  return new IssuerTokens({ issuer, clientId, secret: secretOf(options), watches });
}

/** Not an option of its own: other users of the machine see the arguments of a process. */
function secretOf({ clientSecretFile }: LoadOptions): string {
  if (clientSecretFile !== undefined) return readFileSync(clientSecretFile, 'utf8').trim();
  return process.env['FLEET_CLIENT_SECRET'] ?? 'watch-secret';
}

function tokenProgress(subjects: number): (ready: number) => void {
  const every = Math.max(1, Math.floor(subjects / 10));
  return (ready) => {
    if (ready % every === 0 || ready === subjects) report(`Tokens: ${ready} of ${subjects}`);
  };
}

function publish(result: LoadResult, { json, html }: LoadOptions): void {
  const toStdout = json === STANDARD_OUTPUT || html === STANDARD_OUTPUT;
  (toStdout ? process.stderr : process.stdout).write(summaryText(result));
  write(json, `${JSON.stringify(result, undefined, 2)}\n`);
  write(html, resultPage(result));
}

function write(file: string | undefined, text: string): void {
  if (file === STANDARD_OUTPUT) process.stdout.write(text);
  else if (file !== undefined) writeFileSync(file, text);
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}
