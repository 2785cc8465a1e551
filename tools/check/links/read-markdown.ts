import { githubSlug } from '../../support/github-slug.js';
import { splitAtFences } from '../../support/markdown-fences.js';

/** What other documents need to know of a document. */
export interface MarkdownLinks {
  /** Targets as written: of links, images, reference definitions and HTML attributes. */
  readonly targets: readonly string[];
  /** What may follow a `#`. */
  readonly anchors: ReadonlySet<string>;
}

const COMMENT = /<!--[\s\S]*?-->/g;
const CODE = /(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g;
const INLINE = /\]\(<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?: "[^"]*")?\)/g;
const DEFINITION = /^ {0,3}\[[^\]]+\]:\s*(\S+)/gm;
const ATTRIBUTE = /\b(?:href|src|srcset)="([^"]+)"/g;
const HEADING = /^ {0,3}#{1,6} (.*)$/gm;
const ID = /\b(?:id|name)="([^"]+)"/g;

/** Reads a document as GitHub shows it. What is code has no links. */
export function readMarkdown(markdown: string): MarkdownLinks {
  const text = splitAtFences(markdown)
    .map((part) => (part.isCode ? '' : part.text))
    .join('')
    .replace(COMMENT, '');
  const prose = text.replace(CODE, '');
  return {
    targets: [INLINE, DEFINITION, ATTRIBUTE].flatMap((form) => firstGroups(prose, form)),
    anchors: new Set([...numbered(firstGroups(text, HEADING)), ...firstGroups(text, ID)]),
  };
}

/** A repeated heading gets `-1`, the next one `-2`. */
function numbered(headings: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headings
    .map((heading) => githubSlug(heading.trim()))
    .map((slug) => {
      const before = times.get(slug) ?? 0;
      times.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    });
}

function firstGroups(text: string, form: RegExp): string[] {
  return [...text.matchAll(form)].map(([, group = '']) => group);
}
