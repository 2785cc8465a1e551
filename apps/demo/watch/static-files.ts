import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
/** Which files of the repository are served below which path, and with which ending. */
const FOLDERS = [
  { path: '/page/', folder: 'apps/demo/watch/page', endings: ['.css', '.js'] },
  { path: '/icons/', folder: 'packages/watch-client/icons', endings: ['.svg'] },
  {
    path: '/modules/packages/watch-client/',
    folder: 'dist/packages/watch-client',
    endings: ['.js'],
  },
  {
    path: '/modules/apps/demo/watch/face/',
    folder: 'dist/apps/demo/watch/face',
    endings: ['.js'],
  },
  {
    path: '/modules/apps/demo/watch/exchange/',
    folder: 'dist/apps/demo/watch/exchange',
    endings: ['.js'],
  },
] as const;

/** The file of the repository at a path of the page; undefined for a path that is not served. */
export function fileOf(path: string): string | undefined {
  const found = FOLDERS.find((folder) => path.startsWith(folder.path));
  if (!found || !(found.endings as readonly string[]).includes(extname(path))) return undefined;
  const file = normalize(join(found.folder, decodeURIComponent(path.slice(found.path.length))));
  return file.startsWith(normalize(found.folder) + sep) ? file : undefined;
}

export async function sendFile(outgoing: ServerResponse, file: string): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  if (!content) return void outgoing.writeHead(404).end();
  send(outgoing, 200, TYPES[extname(file)] ?? '', content);
}

export function sendSvg(outgoing: ServerResponse, svg: string): void {
  send(outgoing, 200, 'image/svg+xml', svg);
}

export function sendJson(outgoing: ServerResponse, body: object, status = 200): void {
  send(outgoing, status, 'application/json', JSON.stringify(body));
}

function send(outgoing: ServerResponse, status: number, type: string, body: string | Buffer): void {
  outgoing.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
