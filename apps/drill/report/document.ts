import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';

const FILE = 'docs/drills.md';
const HEAD = `<!-- Written by \`npm run drill -- region\` and \`npm run drill -- issuer\`; do not edit. -->

# Drills: what watches see when a region or the issuer is lost

Two regions as processes on one machine: each has two pods, a Redis, and a provider (the simulator) with a key of its own. A router sends each watch to its
region, and to the other one after three failed probes, one a second. That is faster than a real router: with Front Door's probes every 30 s, multiply the
time until the router notices. Absolute times are those of one machine that runs everything; the counts are what the drill is about.
The steps are those of the [runbook](runbook.md#a-region-is-lost).
`;

/** Replaces the section of one drill in docs/drills.md. */
export function writeSection(name: string, title: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const sections = new Map(
    ['region', 'issuer'].map((one) => [
      one,
      sectionIn(old, `<!-- ${one} -->`, `<!-- end of ${one} -->`),
    ]),
  );
  const run = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), load average ${loadavg()[0]?.toFixed(0)}.`;
  sections.set(name, [begin, `## ${title}`, '', run, '', ...lines, end].join('\n'));
  const written = [...sections.values()].filter((section) => section !== '');
  writeFileSync(FILE, `${HEAD}\n${written.join('\n\n')}\n`);
}

function sectionIn(text: string, begin: string, end: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < 0 ? '' : text.slice(from, to + end.length);
}
