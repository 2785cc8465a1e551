/** A node of an OpenAPI 3.0 document. */
type Node = Readonly<Record<string, unknown>>;

/** Schema keywords that a client may rely on. */
const LIMITS = ['default', 'format', 'minimum', 'maximum', 'minItems', 'maxItems', 'maxLength'];
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/**
 * Everything a client may rely on, one fact per line: paths, parameters, statuses, headers, and each
 * field of each body with its type, description (which names its unit), default and limits. Contracts
 * are compared as sets, so even a widened limit needs a newly released contract.
 */
export function factsOf(document: Node): Set<string> {
  const facts = new Set<string>();
  for (const [path, item] of entriesOf(document['paths'])) {
    for (const [method, operation] of entriesOf(item)) {
      if (!METHODS.includes(method)) continue;
      const name = `${method.toUpperCase()} ${path}`;
      facts.add(name);
      for (const parameter of listOf(operation['parameters'])) {
        addParameter(facts, name, resolve(document, parameter), document);
      }
      for (const [status, answer] of entriesOf(operation['responses'])) {
        addAnswer(facts, `${name} → ${status}`, resolve(document, answer), document);
      }
    }
  }
  return facts;
}

/** The breaking changes of the present contract, one sentence each. */
export function breakingChanges(released: Node, present: Node): string[] {
  const [before, now] = [factsOf(released), factsOf(present)];
  const removed = [...before].filter((fact) => !now.has(fact)).map((fact) => `removed: ${fact}`);
  const endpoints = new Set([...before].filter((fact) => !fact.includes(' ', fact.indexOf('/'))));
  const required = [...now].filter(
    (fact) => fact.endsWith(' is required') && !before.has(fact) && endpoints.has(endpointOf(fact)),
  );
  return [...removed, ...required.map((fact) => `newly required: ${fact}`)];
}

const endpointOf = (fact: string): string => fact.split(' ').slice(0, 2).join(' ');

function addParameter(facts: Set<string>, of: string, parameter: Node, document: Node): void {
  const name = `${of} ${String(parameter['in'])} ${String(parameter['name'])}`;
  if (parameter['required'] === true) facts.add(`${name} is required`);
  addSchema(facts, name, asNode(parameter['schema']), document);
}

function addAnswer(facts: Set<string>, of: string, answer: Node, document: Node): void {
  facts.add(of);
  for (const [header] of entriesOf(answer['headers'])) facts.add(`${of} header ${header}`);
  for (const [type, content] of entriesOf(answer['content'])) {
    addSchema(facts, `${of} ${type} `, asNode(content['schema']), document);
  }
}

function addSchema(facts: Set<string>, at: string, given: Node, document: Node): void {
  const schema = resolve(document, given);
  const { type, description, nullable } = schema;
  if (typeof type === 'string') facts.add(`${at}: ${type}${nullable === true ? ' or null' : ''}`);
  for (const limit of LIMITS) {
    const value = schema[limit];
    if (value !== undefined) facts.add(`${at} has ${limit} ${JSON.stringify(value)}`);
  }
  if (typeof description === 'string') facts.add(`${at}: “${description}”`);
  for (const value of listOf(schema['enum'])) facts.add(`${at} can be ${String(value)}`);
  for (const part of listOf(schema['allOf'])) addSchema(facts, at, asNode(part), document);
  if (schema['items']) addSchema(facts, `${at}[]`, asNode(schema['items']), document);
  for (const [field, inner] of entriesOf(schema['properties'])) {
    const there = listOf(schema['required']).includes(field) ? ' is always there' : '';
    facts.add(`${at}.${field}${there}`);
    addSchema(facts, `${at}.${field}`, inner, document);
  }
}

function resolve(document: Node, node: unknown): Node {
  const reference = asNode(node)['$ref'];
  if (typeof reference !== 'string') return asNode(node);
  const steps = reference.replace(/^#\//, '').split('/');
  return asNode(steps.reduce<unknown>((at, step) => asNode(at)[step], document));
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): [string, Node][] {
  return Object.entries(asNode(value)).map(([name, inner]) => [name, asNode(inner)]);
}
