import { entityTag } from '@app/http-caching/entity-tag.js';

/** A serialised body and the tag of its content. */
export interface RenderedView {
  readonly json: string;
  readonly tag: string;
}

/**
 * Renders a record once per view, for all watches that read it while it is fresh. Only for bodies
 * without fields of age.
 */
export class MemoizedView<T extends object, View extends string> {
  private readonly done = new WeakMap<T, Map<View, RenderedView>>();

  constructor(private readonly render: (value: T, view: View) => object) {}

  of(value: T, view: View): RenderedView {
    const present = this.done.get(value)?.get(view);
    return present ?? this.renderNow(value, view);
  }

  private renderNow(value: T, view: View): RenderedView {
    const json = JSON.stringify(this.render(value, view));
    const rendered = { json, tag: entityTag(json) };
    const views = this.done.get(value) ?? new Map<View, RenderedView>();
    this.done.set(value, views.set(view, rendered));
    return rendered;
  }
}
