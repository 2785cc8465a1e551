import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

/** The used part of a schema of OpenAPI 3.0. */
export interface Schema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly schema: object;
}

export interface Operation {
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Content>> }>
  >;
  /** Empty: it needs no token. */
  readonly security: readonly object[];
}

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const FILE = new URL('../../openapi.yaml', import.meta.url);
const PROBLEM = { $ref: '#/components/schemas/Problem' };
const ID = 'openapi.yaml';

/** What `openapi.yaml` promises: all that the fuzzing knows of parameters and bodies. */
export class Contract {
  private readonly document = withParameterSchemas(
    parse(readFileSync(FILE, 'utf8'), exact) as Document,
  );
  private readonly ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
  private readonly validators = new Map<object, ValidateFunction>();

  constructor() {
    this.ajv.addSchema(this.document, ID);
  }

  get paths(): readonly string[] {
    return Object.keys(this.document.paths);
  }

  /** Every parameter of any path, once. */
  get parameters(): readonly Parameter[] {
    const all = Object.values(this.document.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ parameters }) => parameters);
    return [...new Map(all.map((parameter) => [parameter.name, parameter])).values()];
  }

  /** HEAD is answered like GET (RFC 9110 section 9.3.2). */
  operation(path: string, method: string): Operation | undefined {
    if (!Object.hasOwn(this.document.paths, path)) return undefined;
    const methods = this.document.paths[path] ?? {};
    const name = method === 'HEAD' ? 'get' : method.toLowerCase();
    return Object.hasOwn(methods, name) ? methods[name] : undefined;
  }

  /** What a problem's body violates. */
  problemFaults(body: unknown): readonly string[] {
    return this.faultsOf(PROBLEM, body);
  }

  /** What a body violates of the schema for this status; CBOR holds the object of `application/json`. */
  bodyFaults(
    { responses }: Operation,
    status: number,
    type: string,
    body: unknown,
  ): readonly string[] {
    const content = responses[status]?.content ?? {};
    const schema = (type === 'application/cbor' ? content['application/json'] : content[type])
      ?.schema;
    if (!schema || !content[type]) return [`${type} with ${status} is not documented`];
    return this.faultsOf(schema, body);
  }

  private faultsOf(schema: object, body: unknown): readonly string[] {
    const validate = this.validators.get(schema) ?? this.ajv.compile(absolute(schema));
    this.validators.set(schema, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
}

const NAMED_SCHEMA = '#/components/schemas/';

/** With the named schemas of parameters in place of the references to them. */
function withParameterSchemas(document: Document): Document {
  const { schemas } = document.components;
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const { $ref = '' } = parameter.schema as { $ref?: string };
    const named = schemas[$ref.replace(NAMED_SCHEMA, '')];
    if (named) Object.assign(parameter, { schema: named });
  }
  return document;
}

/** A reviver: an object has no fields but those documented. */
function exact(_key: unknown, node: unknown): unknown {
  const isObject = (node as Schema | null)?.type === 'object';
  return isObject ? { additionalProperties: false, ...(node as object) } : node;
}

/** With references inside the document as seen from outside. */
function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema, withId)) as object;
}

function withId(key: string, node: unknown): unknown {
  return key === '$ref' ? `${ID}${String(node)}` : node;
}
