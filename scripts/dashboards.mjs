// `npm run dashboards` writes the chart's dashboards from apps/board; `--check` compares only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, ensureInstalled } from './ready.mjs';

const FOLDER = new URL('../helm/mfapi/dashboards/', import.meta.url);
const FILE = new URL('mfapi.json', FOLDER);
const checking = process.argv.includes('--check');

if (!checking) {
  ensureInstalled();
  build();
}
const { createBoard } = await import('../dist/apps/board/board.js');
const text = `${JSON.stringify(createBoard(), null, 2)}\n`;
if (!checking) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, text);
} else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text) {
  console.error('helm/mfapi/dashboards differs from apps/board: run `npm run dashboards`.');
  process.exitCode = 1;
}
