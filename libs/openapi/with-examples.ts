import type { OpenAPIObject } from '@nestjs/swagger';
import { mapResponses, mapValues, type ResponseObject } from './responses.js';

type Content = NonNullable<ResponseObject['content']>;
type MediaType = Content[string];
type Schema = NonNullable<MediaType['schema']>;
type Schemas = Readonly<Record<string, Schema>>;

const JSON_TYPE = /^application\/(.+\+)?json$/;

/** For a property that is absent where the others are present: an example made of them is consistent without it. */
export const OMITTED_FROM_EXAMPLE = { 'x-omitted-from-example': true } as const;

/**
 * Gives each JSON body that has no example one that is made of the examples of its properties. A body of several forms
 * (`oneOf`) gets one of each form, named by its title or component.
 */
export function withExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  const complete = (media: MediaType, type: string): MediaType => {
    const { examples, ...rest } = media;
    if (!JSON_TYPE.test(type) || media.example !== undefined) return media;
    if (examples && Object.keys(examples).length > 0) return media;
    return { ...rest, ...examplesOf(media.schema, schemas) };
  };
  return mapResponses(document, (response) =>
    response.content ? { ...response, content: mapValues(response.content, complete) } : response,
  );
}

function examplesOf(schema: Schema | undefined, schemas: Schemas): Partial<MediaType> {
  if (!schema || '$ref' in schema || !schema.oneOf) return { example: exampleOf(schema, schemas) };
  const named = schema.oneOf.map((form) => [nameOf(form), { value: exampleOf(form, schemas) }]);
  return { examples: Object.fromEntries(named) as NonNullable<MediaType['examples']> };
}

const nameOf = (form: Schema): string =>
  '$ref' in form ? componentOf(form.$ref) : (form.title ?? 'inline');

const componentOf = (reference: string): string => reference.split('/').at(-1) ?? '';

/**
 * The example of a schema, else one made of the examples of its parts; an array has one item. Undefined where there is
 * none, and then an object has no such property.
 */
export function exampleOf(schema: Schema | undefined, schemas: Schemas): unknown {
  if (schema === undefined) return undefined;
  if ('$ref' in schema) return exampleOf(schemas[componentOf(schema.$ref)], schemas);
  if (schema.example !== undefined) return schema.example as unknown;
  if (schema.properties) return objectExampleOf(schema.properties, schemas);
  const part = exampleOf(schema.items ?? schema.allOf?.[0], schemas);
  return schema.items && part !== undefined ? [part] : part;
}

function objectExampleOf(properties: Schemas, schemas: Schemas): object {
  const examples = Object.entries(properties)
    .filter(([, property]) => !('x-omitted-from-example' in property))
    .map(([name, property]) => [name, exampleOf(property, schemas)] as const)
    .filter(([, example]) => example !== undefined);
  return Object.fromEntries(examples);
}
