import { entityTag } from '@app/http-caching/entity-tag.js';
import { PerRecord } from '../per-record.js';

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
  private readonly done = new PerRecord<T, RenderedView>();

  constructor(private readonly render: (value: T, view: View) => object) {}

  of(value: T, view: View): RenderedView {
    return this.done.of(value, view, () => {
      const json = JSON.stringify(this.render(value, view));
      return { json, tag: entityTag(json) };
    });
  }
}
