import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const ROOT = new URL('../', import.meta.url);
/** How the log lines begin that are not about a provider or the budget's level: those have a check of their own. */
const LOG_LINE =
  /^(?:Redis (?:is|lost|refuses)|The (?:clock|issuer)|This pod's|maxmemory-policy of|Uncaught) ?/;

const sources = ['src', 'libs'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8')),
);

/** The log lines that a page quotes, each in the parts between its `…`. */
function quotedIn(page: string): string[][] {
  const code = readFileSync(new URL(page, ROOT), 'utf8').matchAll(/`([^`\n]+)`/g);
  return [...code]
    .map(([, phrase = '']) => phrase)
    .filter((phrase) => LOG_LINE.test(phrase))
    .map((phrase) => phrase.split('…').map((part) => part.replace(/: (?:OOM)?$/, '').trim()));
}

it.each([
  ['docs/runbook.md', 5],
  ['docs/operating.md', 8],
])('%s quotes log lines as the code has them', (page, atLeast) => {
  const quoted = quotedIn(page);
  const unknown = quoted.filter(
    (parts) => !sources.some((source) => parts.every((part) => source.includes(part))),
  );

  expect(quoted.length).toBeGreaterThanOrEqual(atLeast);
  expect(unknown).toEqual([]);
});
