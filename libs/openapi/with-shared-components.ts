import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ComponentNames } from './component-names.js';
import { mapResponses, mapValues, type ResponseObject } from './responses.js';

type Header = NonNullable<ResponseObject['headers']>[string];

/**
 * Moves every header of a response, and every response of an error, to `components` and refers to it there. Tools make
 * one type of a component, and one of each copy. A component is named as the header or as the reason phrase of the
 * status; where there is another one of that name, a number follows.
 */
export function withSharedComponents(document: OpenAPIObject): OpenAPIObject {
  const headers = new ComponentNames<Header>();
  const responses = new ComponentNames<ResponseObject>();
  const shared = mapResponses(document, (response, status) => {
    const light = { ...response, headers: referToHeaders(response.headers ?? {}, headers) };
    if (!isError(status)) return light;
    return { $ref: `#/components/responses/${responses.nameOf(titleOf(status), light)}` };
  });
  return {
    ...shared,
    components: {
      ...document.components,
      headers: { ...document.components?.headers, ...headers.values },
      responses: { ...document.components?.responses, ...responses.values },
    },
  };
}

function referToHeaders(
  headers: Readonly<Record<string, Header>>,
  names: ComponentNames<Header>,
): Record<string, Header> {
  return mapValues(headers, (header, name) =>
    '$ref' in header ? header : { $ref: `#/components/headers/${names.nameOf(name, header)}` },
  );
}

const isError = (status: string): boolean => Number(status) >= 400;

/** The reason phrase without spaces: a component is named with letters, digits, `.`, `-` and `_`. */
const titleOf = (status: string): string => (STATUS_CODES[status] ?? status).replaceAll(/\W/g, '');
