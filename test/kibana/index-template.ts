import { readFileSync } from 'node:fs';

interface Mapping {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Mapping>>;
}

interface IndexTemplate {
  readonly index_patterns: readonly string[];
  readonly template: { readonly mappings: Mapping };
}

export const INDEX_TEMPLATE = JSON.parse(
  readFileSync('docs/kibana/index-template.json', 'utf8'),
) as IndexTemplate;

/** Elasticsearch types by dotted field name. */
export const MAPPED: ReadonlyMap<string, string> = new Map(
  mappedIn(INDEX_TEMPLATE.template.mappings),
);

function mappedIn({ type, properties }: Mapping, path = ''): [name: string, type: string][] {
  if (type !== undefined) return [[path.slice(0, -1), type]];
  return Object.entries(properties ?? {}).flatMap(([name, one]) =>
    mappedIn(one, `${path}${name}.`),
  );
}
