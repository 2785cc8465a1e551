import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { repositoryFiles } from '../support/repository-files.js';
import { pagesOf } from './pages.js';
import { sidebarOf, type SidebarItem } from './sidebar.js';

const PAGES = pagesOf(repositoryFiles(), (file) => readFileSync(file, 'utf8'));

const linksOf = ({ link, items = [] }: SidebarItem): readonly string[] => [
  ...(link === undefined ? [] : [link]),
  ...items.flatMap(linksOf),
];

describe('the sidebar', () => {
  const sidebar = sidebarOf(PAGES);

  it('has a group for each audience', () => {
    expect(sidebar.map(({ text }) => text)).toEqual([
      'I build a watch',
      'I call the API',
      'I run it',
      'I change it',
    ]);
  });

  it('leads to every page of this repository, and to the reference', () => {
    const links = new Set(sidebar.flatMap(linksOf));

    expect(links.size).toBe(PAGES.length + 1);
    expect(links).toContain('/reference/index.html');
    expect(links).toContain('/docs/adr/');
    expect(links).toContain('/docs/glance.html');
  });
});
