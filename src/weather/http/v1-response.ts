import { entityTag } from '@app/http-caching/entity-tag.js';
import type { Rendering } from '../dto/rendering.js';
import { languageFor } from '../i18n/language-for.js';
import type { ViewQuery } from '../queries/view.query.js';
import type { Reading } from '../reading.js';
import type { View } from '../view.js';
import type { Watch } from './watch.js';

/** A v1 body, and the source of its headers. */
interface V1Response<Body> {
  readonly reading: Reading<unknown>;
  readonly rendering: Rendering<Body>;
  /** The time of the weather; null when unknown. */
  readonly asOfMs: number | null;
}

/** The units, language and time of a response. */
export function viewFor({ units, lang }: ViewQuery, watch: Watch, nowMs: number): View {
  return { units, language: languageFor(lang, watch.acceptLanguage), nowMs };
}

/** The body to send, or undefined (304) when the watch already has it. */
export function respondV1<Body>(
  watch: Watch,
  query: ViewQuery,
  { nowMs, language }: View,
  { reading, rendering, asOfMs }: V1Response<Body>,
): Body | undefined {
  return watch.respond({
    body: rendering.body,
    tag: entityTag(JSON.stringify(rendering.content)),
    reading,
    nowMs,
    asOfMs,
    language,
    query: `${query.at(reading.location.centre)}&lang=${language}`,
  });
}
