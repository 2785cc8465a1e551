import type { OpenAPIObject } from '@nestjs/swagger';

type Operations = OpenAPIObject['paths'];
type Operation = NonNullable<Operations[string]['get']>;
export type ResponseObject = Exclude<Operation['responses'][string], { $ref: string } | undefined>;

/** The methods of a path item (OpenAPI 3.0.3, section 4.7.9). */
const METHODS: ReadonlySet<string> = new Set(
  'get put post delete options head patch trace'.split(' '),
);

/** A copy of the document with each response replaced; references to responses stay. */
export function mapResponses(
  document: OpenAPIObject,
  replace: (response: ResponseObject, status: string) => ResponseObject | { $ref: string },
): OpenAPIObject {
  const responsesOf = (operation: Operation): Operation => ({
    ...operation,
    responses: mapValues(operation.responses, (response, status) =>
      response === undefined || '$ref' in response ? response : replace(response, status),
    ),
  });
  const paths = mapValues(document.paths, (item) =>
    mapValues({ ...item }, (member: unknown, name) =>
      METHODS.has(name) ? responsesOf(member as Operation) : member,
    ),
  );
  return { ...document, paths };
}

/** A copy of an object with each value replaced. */
export function mapValues<Value, Result>(
  object: Readonly<Record<string, Value>>,
  replace: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, replace(value, key)]),
  );
}
