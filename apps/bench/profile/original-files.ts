import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Profiler } from 'node:inspector';

type Frame = Profiler.ProfileNode['callFrame'];

/** Finds the source file of a frame by the source map beside the running file, which may be a bundle. */
export class OriginalFiles {
  private readonly maps = new Map<string, SourceMap | undefined>();

  /** @returns the running file itself when it has no source map, or is an installed package */
  of({ url, lineNumber, columnNumber }: Frame): string {
    if (!url.startsWith('file:') || url.includes('/node_modules/')) return url;
    if (!this.maps.has(url)) this.maps.set(url, readMap(url));
    const entry = this.maps.get(url)?.findEntry(lineNumber, columnNumber);
    return entry && 'originalSource' in entry ? entry.originalSource : url;
  }
}

function readMap(url: string): SourceMap | undefined {
  const file = `${fileURLToPath(url)}.map`;
  if (!existsSync(file)) return undefined;
  return new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload);
}
