import type { Page } from './pages.js';
import { REFERENCE } from './site-links.js';

/** An entry of VitePress' sidebar. */
export interface SidebarItem {
  readonly text: string;
  readonly link?: string;
  readonly target?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly SidebarItem[];
}

/** What a reader wants to do, and the documents for it, in their order. */
const AUDIENCES: Readonly<Record<string, readonly string[]>> = {
  'I build a watch': [
    'README.md',
    'docs/glance.md',
    'packages/watch-client/README.md',
    'docs/adr/0012-http-caching.md',
  ],
  'I call the API': ['docs/api.md', 'docs/deprecation.md', 'docs/privacy.md'],
  'I run it': [
    'docs/operating.md',
    'docs/configuration.md',
    'docs/deploy.md',
    'helm/mfapi/README.md',
    'docs/capacity.md',
    'docs/runbook.md',
    'docs/kibana/README.md',
    'docs/fleet.md',
    'docs/fleet-load.md',
    'docs/security.md',
    'SECURITY.md',
    'docs/bench.md',
    'docs/chaos.md',
    'docs/redis-trouble.md',
    'docs/floods.md',
    'docs/image.md',
  ],
  'I change it': [
    'CONTRIBUTING.md',
    'docs/README.md',
    'docs/changing-it.md',
    'docs/release.md',
    'CHANGELOG.md',
  ],
};
const FOLDERS: readonly (readonly [text: string, folder: string])[] = [
  ['Decisions', 'docs/adr/'],
  ['Libraries', 'libs/'],
  ['Packages', 'packages/'],
  ['Applications', 'apps/'],
];
const REFERENCE_ITEM = { text: 'API reference', link: REFERENCE, target: '_self' };

/** The sidebar: a group for each audience. What no group names is at the end of the last one. */
export function sidebarOf(pages: readonly Page[]): readonly SidebarItem[] {
  const named = new Set(Object.values(AUDIENCES).flat());
  const others = pages.filter(({ file }) => !named.has(file) && !isInFolders(file));
  return Object.entries(AUDIENCES).map(([text, files], index, { length }) => {
    const items = files.flatMap((file) => pages.filter((page) => page.file === file)).map(itemOf);
    const isLast = index === length - 1;
    if (text === 'I call the API') return { text, items: [REFERENCE_ITEM, ...items] };
    return { text, items: isLast ? [...items, ...folders(pages), ...others.map(itemOf)] : items };
  });
}

function isInFolders(file: string): boolean {
  return FOLDERS.some(([, folder]) => file.startsWith(folder));
}

function folders(pages: readonly Page[]): readonly SidebarItem[] {
  return FOLDERS.map(([text, folder]) => ({
    text,
    collapsed: true,
    items: pages.filter(({ file }) => file.startsWith(folder)).map(itemOf),
  }));
}

function itemOf({ title, path }: Page): SidebarItem {
  return {
    text: title,
    link: `/${path.replace(/(index)?\.md$/, (_, index: unknown) => (index ? '' : '.html'))}`,
  };
}
