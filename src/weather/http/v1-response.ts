import { entityTag, tagWithStaleness } from '@app/http-caching/entity-tag.js';
import type { Rendering } from '../dto/rendering.js';
import { languageFor } from '../i18n/language-for.js';
import type { Language } from '../i18n/language.js';
import type { PositionQuery } from '../queries/position.query.js';
import type { ViewQuery } from '../queries/view.query.js';
import type { Reading } from '../reading.js';
import type { UnitView, View } from '../view.js';
import { JSON_TYPE } from './json-type.js';
import type { Representation, Watch } from './watch.js';

/** Renders a v1 body, and the source of its headers. */
interface V1Response<V extends UnitView> {
  readonly reading: Reading<unknown>;
  readonly render: (view: V) => Rendering<object>;
  /** The time of the weather; null when unknown. */
  readonly asOfMs: number | null;
}

/** The units, language and time of a response. */
export function viewFor({ units, lang }: ViewQuery, watch: Watch, nowMs: number): View {
  return { units, language: languageFor(lang, watch.acceptLanguage), nowMs };
}

/**
 * The body to send, or undefined (304) when the watch already has it.
 * @param view has a language when the body has texts of this service
 */
export function respondV1<V extends UnitView & { readonly language?: Language }>(
  watch: Watch,
  query: PositionQuery,
  view: V,
  { reading, render, asOfMs }: V1Response<V>,
): string | undefined {
  const { nowMs, language } = view;
  const { body, content } = render(view);
  watch.header('content-type', JSON_TYPE);
  const here = query.queryAt(reading.location.centre);
  return watch.respond({
    body: JSON.stringify(body),
    tagAtLoad: () => tagOf(render({ ...view, nowMs: reading.entry.loadedAtMs }).content),
    ...validatorsOf(reading, tagOf(content), asOfMs),
    reading,
    nowMs,
    language,
    query: language === undefined ? here : `${here}&lang=${language}`,
  });
}

/**
 * What a watch revalidates a body with that says whether it is stale. Only a fresh one has a date: the next record
 * can be of the same time, and a watch must then learn that its weather is not stale any more.
 */
export function validatorsOf(
  { freshness }: Reading<unknown>,
  tag: string,
  asOfMs: number | null,
): Pick<Representation<unknown>, 'tag' | 'asOfMs'> {
  const stale = freshness !== 'fresh';
  return { tag: tagWithStaleness(tag, stale), asOfMs: stale ? null : asOfMs };
}

function tagOf(content: object): string {
  return entityTag(JSON.stringify(content));
}
