import { entityTag } from '@app/http-caching/entity-tag.js';
import type { GlanceDays } from './glance-days.js';
import type { GlanceHours } from './glance-hours.js';
import type { GlanceNow } from './glance-now.js';

/** The blocks of a glance. The same weather has the same objects. */
export interface GlanceBlocks {
  readonly n?: GlanceNow | undefined;
  readonly h?: GlanceHours | undefined;
  readonly d?: GlanceDays | undefined;
}

/** A glance without its age, the same as JSON, and the tag of that. */
export interface GlanceContent<Content> {
  readonly content: Content;
  readonly json: string;
  readonly tag: string;
}

interface Remembered<Content> extends GlanceContent<Content> {
  readonly h: GlanceHours | undefined;
  readonly d: GlanceDays | undefined;
  readonly rest: string;
}

/** Puts the blocks together once, for all watches that read the same weather. */
export class GlanceContents<Content extends object> {
  private readonly last = new WeakMap<GlanceNow, Remembered<Content>>();

  /** @param rest what the content depends on besides the blocks */
  of({ n, h, d }: GlanceBlocks, rest: string, build: () => Content): GlanceContent<Content> {
    const last = n && this.last.get(n);
    if (last && last.h === h && last.d === d && last.rest === rest) return last;
    const content = build();
    const json = JSON.stringify(content);
    const built = { content, json, tag: entityTag(json), h, d, rest };
    if (n) this.last.set(n, built);
    return built;
  }
}
