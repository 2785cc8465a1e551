/** A body, and the part of it that its ETag is made of. */
export interface Rendering<Body> {
  /** The weather and its view: all of the body but the fields that tell its age. */
  readonly content: Partial<Body>;
  readonly body: Body;
}

/**
 * Joins the parts of a body; those that tell its age come first.
 *
 * Not by spreading, which V8 does fifty times slower from about twenty fields on.
 */
export function rendering<Age extends object, Context extends object, Weather extends object>(
  age: Age,
  context: Context,
  weather: Weather,
): { readonly content: Context & Weather; readonly body: Age & Context & Weather } {
  const content = Object.assign({}, context, weather);
  return { content, body: Object.assign({}, age, content) };
}
