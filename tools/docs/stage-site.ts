import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryFiles } from '../support/repository-files.js';
import { pagesOf, type Page } from './pages.js';
import { sidebarOf } from './sidebar.js';
import { CONTRACT, siteLinks } from './site-links.js';

/** Everything of the site that is not committed. */
export const SITE = '.dev/docs';
const PAGES = join(SITE, 'pages');
const PUBLIC = join(PAGES, 'public');
const PICTURE = /^(docs|packages)\/.*\.(svg|png)$/;
/** Redoc in the form that needs no other file. */
const REDOC = join(SITE, 'node_modules/redoc/bundles/redoc.standalone.js');

/** Only this site: Redoc would load its maker's logo. It has styles of its own, and a worker for its search. */
const REFERENCE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src blob:";

/** Puts the documents, with links of the site, and everything that they show where VitePress reads them. */
export function stageSite(repository: string | undefined): void {
  rmSync(PAGES, { recursive: true, force: true });
  const files = repositoryFiles();
  const pages = pagesOf(files, (file) => readFileSync(file, 'utf8'));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  for (const page of pages) {
    const markdown = readFileSync(page.file, 'utf8');
    write(join(PAGES, page.path), siteLinks(markdown, page, byFile, repository));
  }
  for (const file of files.filter((name) => PICTURE.test(name))) copy(file, join(PUBLIC, file));
  copy(CONTRACT, join(PUBLIC, CONTRACT));
  copy(REDOC, join(PUBLIC, 'reference/redoc.standalone.js'));
  write(join(PUBLIC, 'reference/index.html'), referencePage());
  write(join(SITE, '.vitepress/config.mjs'), configText(pages));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function referencePage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${REFERENCE_POLICY}">
<title>API reference – Meteo French API</title>
<style>body { margin: 0 } .back { display: block; padding: 10px 16px; font: 15px system-ui, sans-serif }</style>
</head>
<body>
<a class="back" href="../">← Documentation</a>
<redoc spec-url="../${CONTRACT}"></redoc>
<script src="redoc.standalone.js"></script>
</body>
</html>
`;
}

/** Anchors are GitHub's, so that a link works in both places. A link that leads nowhere fails the build. */
function configText(pages: readonly Page[]): string {
  const config = {
    title: 'Meteo French API',
    description: 'Weather for connected watches',
    lang: 'en',
    srcDir: 'pages',
    outDir: 'site',
    cacheDir: 'cache',
    lastUpdated: false,
    themeConfig: {
      search: { provider: 'local' },
      outline: { level: [2, 3] },
      sidebar: sidebarOf(pages),
    },
  };
  return `import { githubSlug } from '../../../dist/tools/support/github-slug.js';
export default {
  ...${JSON.stringify(config)},
  markdown: { anchor: { slugify: githubSlug } },
};
`;
}
