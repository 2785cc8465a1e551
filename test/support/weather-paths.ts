import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Contract {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}
interface Operation {
  readonly parameters: readonly { readonly name: string }[];
}

const { paths } = parse(
  readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'),
) as Contract;

const pathsWith = (parameter: string): readonly string[] =>
  Object.entries(paths)
    .filter(([, { get }]) => get?.parameters.some(({ name }) => name === parameter))
    .map(([path]) => path);

/** The path of every endpoint that returns weather at a position. */
export const WEATHER_PATHS = pathsWith('lt');

/** Those whose body contains texts of this service, in the language of the watch. */
export const PATHS_WITH_TEXT = pathsWith('lang');
