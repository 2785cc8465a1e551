import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { exampleOf, OMITTED_FROM_EXAMPLE, withExamples } from './with-examples.js';

const SCHEMAS = {
  Place: { type: 'object', properties: { name: { type: 'string', example: 'Paris' } } },
};
const PLACE = { $ref: '#/components/schemas/Place' };

/** The content of a response, completed. */
function completed(content: object): unknown {
  const document = {
    openapi: '3.0.3',
    info: { title: 'An API', version: '1' },
    paths: { '/': { get: { responses: { 200: { description: 'Yes.', content } } } } },
    components: { schemas: SCHEMAS },
  } as OpenAPIObject;
  const response = withExamples(document).paths['/']?.get?.responses['200'];
  return (response as { readonly content: unknown }).content;
}

describe('the example of a schema', () => {
  it.each<[string, Parameters<typeof exampleOf>[0], unknown]>([
    ['its own', { type: 'number', example: 0 }, 0],
    ['null where that is its own', { type: 'string', nullable: true, example: null }, null],
    ['made of its properties', SCHEMAS.Place, { name: 'Paris' }],
    ['that of the schema it refers to', PLACE, { name: 'Paris' }],
    ['that of the schema it specializes', { allOf: [PLACE] }, { name: 'Paris' }],
    ['a list with one item', { type: 'array', items: PLACE }, [{ name: 'Paris' }]],
    ['missing where no part has one', { type: 'array', items: { type: 'string' } }, undefined],
  ])('is %s', (_how, schema, example) => {
    expect(exampleOf(schema, SCHEMAS)).toEqual(example);
  });

  it('omits a property that is marked', () => {
    const properties = {
      place: PLACE,
      error: { type: 'string', example: 'No.', ...OMITTED_FROM_EXAMPLE },
    };

    expect(exampleOf({ type: 'object', properties }, SCHEMAS)).toEqual({
      place: { name: 'Paris' },
    });
  });

  it('omits a property without an example', () => {
    const properties = { place: PLACE, missing: { type: 'array', items: { type: 'string' } } };

    expect(exampleOf({ type: 'object', properties }, SCHEMAS)).toEqual({
      place: { name: 'Paris' },
    });
  });
});

describe('a document with examples', () => {
  it('has one for each form of a body', () => {
    const oneOf = [PLACE, { title: 'Places', type: 'array', items: PLACE }];

    expect(completed({ 'application/json': { schema: { oneOf } } })).toEqual({
      'application/json': {
        schema: { oneOf },
        examples: { Place: { value: { name: 'Paris' } }, Places: { value: [{ name: 'Paris' }] } },
      },
    });
  });

  it.each(['application/json', 'application/problem+json'])('has one for %s', (type) => {
    expect(completed({ [type]: { schema: PLACE, examples: {} } })).toEqual({
      [type]: { schema: PLACE, example: { name: 'Paris' } },
    });
  });

  it.each([
    ['an example', { schema: PLACE, example: { name: 'Rome' } }],
    ['named examples', { schema: PLACE, examples: { rome: { value: { name: 'Rome' } } } }],
  ])('keeps %s of the declaration', (_which, media) => {
    expect(completed({ 'application/json': media })).toEqual({ 'application/json': media });
  });

  it('has none for bytes', () => {
    const media = { schema: { type: 'string', format: 'binary' } };

    expect(completed({ 'application/cbor': media })).toEqual({ 'application/cbor': media });
  });
});
