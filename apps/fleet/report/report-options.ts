import { OptionError } from '../plan/option.error.js';
import { readOptions } from '../plan/read-options.js';
import { EXAMPLE_PRICES, type Prices } from './regret/prices.js';

/** What `fleet report` was asked for. */
export interface ReportOptions {
  /** Plans, or a stored summary; empty = the stored summary, or the plans that `run` makes. */
  readonly files: readonly string[];
  /** Plan anew instead of reading what is stored. */
  readonly run: boolean;
  /** Of the fleet that the report is about; undefined = that of the stored summary, or 5 million. */
  readonly watches: number | undefined;
  /** The page. */
  readonly html: string;
  /** Write the generated parts of docs/, and the summary that they come from. */
  readonly docs: boolean;
  /** Take pictures of the page, into docs/. */
  readonly screenshots: boolean;
  /** Only compare the generated parts of docs/ with the stored summary. */
  readonly check: boolean;
  readonly prices: Prices;
  readonly help: boolean;
}

export const REPORT_HELP = `One HTML page about what a fleet of watches costs, for an owner who has to decide.

Usage: npm run fleet -- report [options] [FILE …]

  FILE …                 plans, written by fleet plan --json; or a summary. Default: docs/fleet/plan-summary.json
  --run                  make the plans now instead (10 k, 100 k, 1 M, 20 M watches and the fleet of the report; ten minutes)
  --watches=N            the fleet that the report is about (5000000)
  --html=FILE            the page (fleet-report.html)
  --price-per-1000=P     price of 1 000 calls to the provider (${EXAMPLE_PRICES.per1000Calls})
  --commit-discount=D    off that price for calls that a contract commits to (${EXAMPLE_PRICES.commitDiscount})
  --pod-month=P          price of a pod for a month (${EXAMPLE_PRICES.perPodMonth})
  --redis-gib-month=P    price of a GiB of Redis for a month (${EXAMPLE_PRICES.perRedisGibMonth})
  --docs                 also write docs/capacity.md (its figures), docs/fleet/*.svg and docs/fleet/plan-summary.json
  --screenshots          also write docs/fleet/report-*.png; needs Chromium
  --check                write nothing; fail when docs/ differs from docs/fleet/plan-summary.json
  --help

The prices are examples, and no offer of anyone.`;

/** @throws OptionError that names the option and what it accepts */
export function parseReportOptions(args: readonly string[]): ReportOptions {
  const { values, positionals } = parsed(args);
  const watches = number('watches', values.watches, 0, 1e10);
  return {
    files: positionals,
    run: values.run,
    watches: values.watches === undefined ? undefined : Math.floor(watches),
    html: values.html,
    docs: values.docs,
    screenshots: values.screenshots,
    check: values.check,
    help: values.help,
    prices: pricesOf(values),
  };
}

function pricesOf(values: Readonly<Record<string, string | boolean | undefined>>): Prices {
  const price = (option: string, usual: number, most = 1e6): number =>
    number(option, values[option], usual, most);
  const { per1000Calls, commitDiscount, perPodMonth, perRedisGibMonth } = EXAMPLE_PRICES;
  return {
    per1000Calls: price('price-per-1000', per1000Calls),
    commitDiscount: price('commit-discount', commitDiscount, 1),
    perPodMonth: price('pod-month', perPodMonth),
    perRedisGibMonth: price('redis-gib-month', perRedisGibMonth),
  };
}

function number(
  option: string,
  text: string | boolean | undefined,
  usual: number,
  most: number,
): number {
  if (typeof text !== 'string') return usual;
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= most) return value;
  throw new OptionError(`--${option}=${text}: must be a number from 0 to ${most}`);
}

function parsed(args: readonly string[]) {
  return readOptions(args, {
    allowPositionals: true,
    options: {
      run: { type: 'boolean', default: false },
      watches: { type: 'string' },
      html: { type: 'string', default: 'fleet-report.html' },
      'price-per-1000': { type: 'string' },
      'commit-discount': { type: 'string' },
      'pod-month': { type: 'string' },
      'redis-gib-month': { type: 'string' },
      docs: { type: 'boolean', default: false },
      screenshots: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}
