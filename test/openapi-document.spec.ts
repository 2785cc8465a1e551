import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { PROBLEMS, type ProblemCode } from '../src/problem-catalogue.js';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Reference {
  readonly $ref?: string;
}
interface Answer {
  readonly headers?: Readonly<Record<string, Reference>>;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Operation {
  readonly deprecated?: boolean;
  readonly responses: Readonly<Record<string, Answer & Reference>>;
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Record<string, object> }>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

const TEXT = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
const DOCUMENT = parse(TEXT) as Document;
const OPERATIONS = Object.entries(DOCUMENT.paths).map(([path, { get }]) => [path, get] as const);

const resolve = (answer: Answer & Reference): Answer =>
  answer.$ref ? (DOCUMENT.components.responses[answer.$ref.split('/').at(-1) ?? ''] ?? {}) : answer;

/** Each body in JSON: path, status, media type, and what it is in the document. */
const BODIES = OPERATIONS.flatMap(([path, { responses }]) =>
  Object.entries(responses).flatMap(([status, answer]) =>
    Object.entries(resolve(answer).content ?? {})
      .filter(([type]) => type.endsWith('json'))
      .map(([type, media]) => ({ path, status, type, media })),
  ),
);

const examplesOf = ({ example, examples }: Media): readonly unknown[] => [
  ...(example === undefined ? [] : [example]),
  ...Object.values(examples ?? {}).map(({ value }) => value),
];

function violationsOf(schema: object, value: unknown): readonly unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile({ ...schema, components: DOCUMENT.components });
  return validate(value) ? [] : (validate.errors ?? []);
}

describe('openapi.yaml', () => {
  it('describes each header of a response once, as a component', () => {
    const answers = [
      ...OPERATIONS.flatMap(([, { responses }]) => Object.values(responses)),
      ...Object.values(DOCUMENT.components.responses),
    ];
    const headers = answers.flatMap(({ headers = {} }) => Object.entries(headers));

    expect(headers.length).toBeGreaterThan(50);
    for (const [name, { $ref }] of headers) expect($ref).toBe(`#/components/headers/${name}`);
  });

  it('describes each error as a component', () => {
    const errors = OPERATIONS.flatMap(([, { responses }]) =>
      Object.entries(responses).filter(([status]) => Number(status) >= 400),
    );

    expect(errors.length).toBeGreaterThan(50);
    for (const [, { $ref }] of errors) expect($ref).toMatch(/^#\/components\/responses\/\w/);
  });

  it('names every enum', () => {
    const inline = Object.entries(DOCUMENT.components.schemas).flatMap(([name, { properties }]) =>
      Object.entries(properties ?? {})
        .filter(([, schema]) => JSON.stringify(schema).includes('"enum"'))
        .map(([property]) => `${name}.${property}`),
    );

    expect(inline).toEqual([]);
    expect(Object.keys(DOCUMENT.components.schemas)).toEqual(
      expect.arrayContaining(['UnitSystem', 'ConditionCode', 'AlertSeverity', 'AlertStatus']),
    );
  });

  it.each(BODIES)('has valid examples of $path $status as $type', ({ media }) => {
    const examples = examplesOf(media);

    expect(examples).not.toEqual([]);
    for (const example of examples) expect(violationsOf(media.schema, example)).toEqual([]);
  });

  it('shows each problem as the catalogue has it', () => {
    const problems = BODIES.filter(({ type }) => type === 'application/problem+json').flatMap(
      ({ status, media }) => examplesOf(media).map((example) => ({ status, example })),
    ) as readonly { status: string; example: Record<'type' | 'title' | 'status', unknown> }[];

    expect(problems.length).toBeGreaterThan(50);
    for (const { status, example } of problems) {
      const code = String(example.type).replace('/problems/', '') as ProblemCode;
      expect(example).toMatchObject({ status: Number(status), title: PROBLEMS[code].title });
      expect(String(example.status)).toBe(String(PROBLEMS[code].status));
    }
  });

  it('marks the two endpoints of the previous service as deprecated, and no other', () => {
    const deprecated = OPERATIONS.filter(([, operation]) => operation.deprecated);

    expect(deprecated.map(([path]) => path)).toEqual(['/prcpt', '/uvidx']);
  });
});
