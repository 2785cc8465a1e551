import * as fc from 'fast-check';
import { anyHeaders, type Header } from './any-headers.js';
import { encodings } from './encodings.js';
import type { Contract, Parameter } from '../contract.js';
import { anyText, mostlyInvalidText, mostlyValidText, SPECIAL_NAMES } from './parameter-texts.js';

/** Of a request: the watch's token, none, the token with one changed character, or a text. */
export type Credentials = 'token' | 'none' | 'changed token' | { readonly text: string };

export interface FuzzRequest {
  readonly method: string;
  /** As sent, with the query. */
  readonly target: string;
  readonly credentials: Credentials;
  readonly headers: readonly Header[];
  /** Whether it is sent again with the ETag of the answer. */
  readonly isRevalidated: boolean;
}

type Pair = readonly [name: string, text: string];

const MANY_PAIRS = 300;

/** Valid and invalid requests to documented and other paths. */
export function anyRequest(contract: Contract): fc.Arbitrary<FuzzRequest> {
  return fc.record({
    method: weighted([
      [20, fc.constant('GET')],
      [1, fc.constant('HEAD')],
      [
        1,
        fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'FETCH'),
      ],
    ]),
    target: anyTarget(contract),
    credentials: weighted<Credentials>([
      [20, fc.constant('token')],
      [1, fc.constant('none')],
      [1, fc.constant('changed token')],
      [1, anyAuthorization],
    ]),
    headers: anyHeaders,
    isRevalidated: weighted([
      [9, fc.constant(false)],
      [1, fc.constant(true)],
    ]),
  });
}

function anyTarget(contract: Contract): fc.Arbitrary<string> {
  const documented = fc.constantFrom(...contract.paths).chain((path) => {
    const parameters = contract.operation(path, 'GET')?.parameters ?? [];
    return fc.tuple(spelledPath(path), anyQuery(parameters, contract));
  });
  const other = fc.tuple(otherPath(contract.paths), anyQuery(contract.parameters, contract));
  return weighted([
    [15, documented],
    [1, other],
  ]).map(([path, query]) => (query === '' ? path : `${path}?${query}`));
}

/** A path, sometimes with percent-encoded letters. */
const spelledPath = (path: string): fc.Arbitrary<string> =>
  weighted([
    [20, fc.constant(path)],
    [1, fc.constant(path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`))],
  ]);

function otherPath(paths: readonly string[]): fc.Arbitrary<string> {
  const near = paths.flatMap((path) => [
    `${path}/`,
    `/${path}`,
    `${path}%00`,
    `${path}%2f`,
    `${path}/..`,
    `${path};a=b`,
    `${path}.json`,
    path.toUpperCase(),
  ]);
  const segment = fc.oneof(
    fc.constantFrom(...SPECIAL_NAMES, '..', '.', '%zz', '%c3%28'),
    encodedText,
  );
  const far = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
  return fc.oneof(fc.constantFrom(...near), far);
}

const encodedText = fc.tuple(anyText, encodings).map(([text, encode]) => encode(text));

function anyQuery(parameters: readonly Parameter[], contract: Contract): fc.Arbitrary<string> {
  const pairsOf = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) =>
      textsOf(parameter).map((texts) => texts.map((text): Pair => [parameter.name, text])),
    );
  return fc
    .tuple(fc.tuple(...pairsOf), unknownPairs(contract))
    .map(([known, unknown]) => [...known.flat(), ...unknown])
    .chain((pairs) => fc.shuffledSubarray(pairs, { minLength: pairs.length }))
    .chain((pairs) => fc.tuple(...pairs.map(encodedPair)))
    .map((pairs) => pairs.join('&'));
}

/** How often a parameter is given, and with which texts. */
function textsOf({ schema, required }: Parameter): fc.Arbitrary<readonly string[]> {
  const [valid, invalid] = [mostlyValidText(schema), mostlyInvalidText(schema)];
  return weighted<readonly string[]>([
    [20, valid.map((text) => [text])],
    [3, invalid.map((text) => [text])],
    [1, fc.array(fc.oneof(valid, invalid), { minLength: 2, maxLength: 3 })],
    [required ? 1 : 25, fc.constant([])],
  ]);
}

/** Of names that the contract does not know, some of them close to one that it knows. */
function unknownPairs({ parameters }: Contract): fc.Arbitrary<readonly Pair[]> {
  const near = parameters.flatMap(({ name }) => [
    `${name}[]`,
    `${name}[0]`,
    `${name}.x`,
    `${name} `,
  ]);
  const name = fc.oneof(fc.constantFrom(...near, ...SPECIAL_NAMES), anyText);
  const pair = fc.tuple(name, anyText);
  return weighted<readonly Pair[]>([
    [20, fc.constant([])],
    [4, fc.array(pair, { minLength: 1, maxLength: 3 })],
    [
      1,
      fc
        .tuple(name, fc.nat(MANY_PAIRS))
        .map(([one, times]) =>
          Array.from({ length: times }, (): Pair => [one.slice(0, 3).toWellFormed(), '']),
        ),
    ],
  ]);
}

const encodedPair = ([name, text]: Pair): fc.Arbitrary<string> =>
  fc
    .tuple(encodings, encodings, fc.constantFrom('=', '=', '=', '=', ''))
    .map(([encodeName, encodeText, sign]) =>
      text === '' ? `${encodeName(name)}${sign}` : `${encodeName(name)}=${encodeText(text)}`,
    );

const anyAuthorization: fc.Arbitrary<Credentials> = fc
  .oneof(
    fc.constantFrom('', 'Bearer', 'Bearer ', 'Bearer a.b.c', 'Bearer ..', 'Basic eDp5', 'Digest x'),
    fc.base64String({ maxLength: 200 }).map((text) => `Bearer ${text}`),
    fc.json().map((json) => `Bearer ${Buffer.from(json).toString('base64url')}.e30.`),
  )
  .map((text) => ({ text }));

function weighted<T>(
  options: readonly (readonly [weight: number, arbitrary: fc.Arbitrary<T>])[],
): fc.Arbitrary<T> {
  return fc.oneof(...options.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}
