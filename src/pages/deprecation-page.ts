import { DEPRECATED_PATHS, DEPRECATED_SINCE, SUCCESSOR_PATH } from '../deprecations.js';
import { codeInText, htmlPage } from './html-page.js';

/** The policy of docs/deprecation.md for the developers of clients, and what is deprecated now. */
export function deprecationPage(): string {
  const since = DEPRECATED_SINCE.toISOString().slice(0, 10);
  const rows = DEPRECATED_PATHS.map((path) =>
    codeInText(
      `\`${path}\`: since ${since}; use \`${SUCCESSOR_PATH}\`. It stays: there is no end date.`,
    ),
  );
  const policy = [
    'A deprecated path works as before. Its responses have a `Deprecation` header (RFC 9745) with the date since when, and `Link` headers to this page and to its successor.',
    'A path that will be switched off also has a `Sunset` header (RFC 8594) with that date, at least twelve months before. Without `Sunset`, no end is decided.',
    'Within a version of the API, fields may be added; none changes its meaning, unit or type, and none is removed.',
  ];
  return htmlPage(
    'Deprecation',
    `<ul>\n${rows.map((row) => `<li>${row}</li>`).join('\n')}\n</ul>\n` +
      policy.map((text) => `<p>${codeInText(text)}</p>`).join('\n'),
  );
}
