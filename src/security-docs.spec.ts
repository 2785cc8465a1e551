import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SETTING_NAMES } from './config/config.js';

const ROOT = new URL('../', import.meta.url);
const DOCUMENTS = ['SECURITY.md', 'docs/security.md', 'docs/privacy.md'];
const FOLDER = /^(?:\.github|apps|docs|helm|libs|packages|src|test|tools)\//;
const SETTING = /^[A-Z]+_[A-Z_]+(?==|$)/;

const read = (file: string | URL): string => readFileSync(new URL(file, ROOT), 'utf8');

/** The texts in backticks. */
function codeOf(file: string): string[] {
  return [...read(file).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** As GitHub derives them. */
function anchorsOf(file: URL): string[] {
  const headings = read(file).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(link: string, from: string): boolean {
  const target = new URL(link, new URL(from, ROOT));
  const anchor = target.hash.slice(1);
  target.hash = '';
  return !existsSync(target) || (anchor !== '' && !anchorsOf(target).includes(anchor));
}

describe.each(DOCUMENTS)('%s', (file) => {
  it('names files that exist', () => {
    const paths = codeOf(file).filter((code) => FOLDER.test(code));

    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it('links to files and headings that exist', () => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => isBroken(link, file))).toEqual([]);
  });

  it('names settings that exist', () => {
    const settings = codeOf(file).flatMap((code) => SETTING.exec(code) ?? []);

    expect(settings.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });
});

describe('docs/security.md', () => {
  const tables = read('docs/security.md').split('| threat | control | test | residual risk |\n');
  const threats = tables.slice(1).flatMap((text) => {
    const [, ...rows] = (text.split('\n\n')[0] ?? '').trimEnd().split('\n');
    return rows.map((row) => row.split(' | '));
  });

  it('has control, test and residual risk of each threat, and a test is a spec file or none', () => {
    expect(tables).toHaveLength(9);
    expect(threats.length).toBeGreaterThan(40);
    expect(
      threats.filter((cells) => cells.length !== 4 || !/\.spec\.ts`|^none/.test(cells[2] ?? '')),
    ).toEqual([]);
  });

  it('maps all ten risks of the OWASP API Security Top 10', () => {
    const risks = [...read('docs/security.md').matchAll(/^\| (API\d+) /gm)].map(([, id]) => id);

    expect(risks).toEqual(Array.from({ length: 10 }, (_, index) => `API${index + 1}`));
  });
});
