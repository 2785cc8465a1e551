import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { withSharedComponents } from './with-shared-components.js';

const header = (description: string) => ({ description, schema: { type: 'string' } });
const AGE = header('Seconds since it was stored.');
const refused = (description: string) => ({
  description,
  headers: { 'X-Id': header('Of this request.') },
});

function documentOf(...responses: readonly object[]): OpenAPIObject {
  const paths = responses.map((each, index) => [`/${index}`, { get: { responses: each } }]);
  const info = { title: 'An API', version: '1' };
  return { openapi: '3.0.3', info, paths: Object.fromEntries(paths) };
}

describe('the shared components of a document', () => {
  it('have each header once, under its name', () => {
    const response = { description: 'Yes.', headers: { Age: AGE } };
    const { components, paths } = withSharedComponents(
      documentOf({ 200: response }, { 200: response }),
    );

    expect(components?.headers).toEqual({ Age: AGE });
    expect(paths['/1']).toEqual({
      get: {
        responses: {
          200: { description: 'Yes.', headers: { Age: { $ref: '#/components/headers/Age' } } },
        },
      },
    });
  });

  it('have two different headers of one name under two names', () => {
    const other = header('Seconds since the origin sent it.');
    const { components } = withSharedComponents(
      documentOf(
        { 200: { description: 'Yes.', headers: { Age: AGE } } },
        { 200: { description: 'Yes.', headers: { Age: other } } },
      ),
    );

    expect(components?.headers).toEqual({ Age: AGE, 'Age-2': other });
  });

  it('have each error response once, under its reason phrase', () => {
    const { components, paths } = withSharedComponents(
      documentOf({ 429: refused('Slower.') }, { 429: refused('Slower.') }, { 429: refused('No.') }),
    );

    const headers = { 'X-Id': { $ref: '#/components/headers/X-Id' } };
    expect(components?.responses).toEqual({
      TooManyRequests: { description: 'Slower.', headers },
      'TooManyRequests-2': { description: 'No.', headers },
    });
    expect(paths['/1']).toEqual({
      get: { responses: { 429: { $ref: '#/components/responses/TooManyRequests' } } },
    });
  });

  it('keep the components that the document has', () => {
    const document = { ...documentOf({}), components: { schemas: { Word: { type: 'string' } } } };

    expect(withSharedComponents(document).components?.schemas).toEqual({
      Word: { type: 'string' },
    });
  });

  it('leave the given document as it is', () => {
    const document = documentOf({ 400: refused('No.') });
    const before = structuredClone(document);
    withSharedComponents(document);

    expect(document).toEqual(before);
  });
});
