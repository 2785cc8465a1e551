import { ABOUT } from '../about.js';
import { DEPRECATION_PAGE } from '../deprecations.js';
import { PROBLEMS } from '../problem-catalogue.js';
import { codeInText, htmlPage } from './html-page.js';

const WHAT =
  'A watch sends its position and its OpenID Connect token; the API responds with precipitation, visibility, the UV index, conditions, forecasts and alerts.';
const NOT_METEO_FRANCE =
  'Meteo French API is not Météo-France, the French national weather service, and has no tie to it.';

/** What can be done in a browser, and where. */
const LINKS: readonly (readonly [path: string, name: string, what: string])[] = [
  ['/docs', 'Swagger UI', 'try each endpoint; paste a token under "Authorize"'],
  ['/openapi.yaml', 'Reference', 'the contract as OpenAPI 3.0, for readers and generators'],
  ['/openapi.json', 'Reference in JSON', 'the same'],
  [DEPRECATION_PAGE, 'Deprecation', 'the policy, and what is deprecated now'],
  ['/health/live', 'Liveness', 'whether the process runs'],
  ['/health/ready', 'Readiness', 'whether this pod takes requests'],
];

/** The page at `/` for browsers, where the documentation is served. */
export function landingPage(): string {
  const links = LINKS.map(
    ([path, name, what]) => `<dt><a href="${path}">${name}</a></dt>\n<dd>${codeInText(what)}</dd>`,
  );
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<li><a href="/problems/${code}">${codeInText(title)}</a>, ${status}</li>`,
  );
  return htmlPage(
    'Weather for connected watches',
    [
      `<p>${codeInText(WHAT)}</p>`,
      `<dl>\n${links.join('\n')}\n</dl>`,
      '<h2>Problems</h2>',
      `<ul>\n${problems.join('\n')}\n</ul>`,
      `<p>${codeInText(`\`${ABOUT.name}\` ${ABOUT.version}. ${NOT_METEO_FRANCE}`)}</p>`,
    ].join('\n'),
  );
}
