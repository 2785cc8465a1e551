import type { ExplainedProblem } from '../problem-catalogue.js';
import { codeInText, htmlPage } from './html-page.js';

const RETRY: Readonly<Record<ExplainedProblem['retry'], string>> = {
  never: 'No: the same request gets the same answer.',
  later: 'Yes, after some minutes.',
  'after Retry-After': 'Yes, after as many seconds as the header `Retry-After` says.',
  'with a new token': 'Only with another token.',
};

/** The page that a problem's `type` refers to (RFC 9457 section 3.1.1). */
export function problemPage(code: string, problem: ExplainedProblem): string {
  const { status, title, cause, retry, action } = problem;
  const entries = {
    'Type, status': `\`/problems/${code}\`, ${status}`,
    'What it means': `${cause[0]?.toUpperCase()}${cause.slice(1)}.`,
    'Does it help to try again?': RETRY[retry],
    'What to do': action,
    'What to report': 'The `traceId` of the response identifies the request in our logs.',
  };
  const list = Object.entries(entries).map(
    ([term, text]) => `<dt>${term}</dt>\n<dd>${codeInText(text)}</dd>`,
  );
  return htmlPage(title, `<dl>\n${list.join('\n')}\n</dl>`);
}
