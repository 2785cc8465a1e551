import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithGenerators, DOCUMENT, runFetched } from './support/tools/generators.js';
import { World } from './support/world.js';

interface Parameter {
  readonly key: string;
  disabled?: boolean;
}
interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: { readonly url: { readonly path: string[]; readonly query: Parameter[] } };
}
interface Report {
  readonly run: {
    readonly executions: readonly { readonly response?: { readonly code: number } }[];
    readonly failures: readonly { readonly error: { readonly message: string } }[];
  };
}

/** What Postman checks after each request. */
const EXPECTATIONS = [
  "pm.test('succeeds', () => pm.response.to.have.status(200));",
  "pm.test('is JSON', () => pm.response.json());",
];
const OPTIONS = [
  'parametersResolution=Example',
  'requestParametersResolution=Example',
  'enableOptionalParameters=false',
].join(',');

describeWithGenerators('the Postman collection of openapi.yaml', () => {
  let world: World;
  let folder: string;

  beforeAll(async () => {
    world = await World.start();
    folder = mkdtempSync(join(tmpdir(), 'mfapi-postman-'));
    await runFetched('openapi2postmanv2', [
      '-s',
      DOCUMENT,
      '-o',
      at('collection.json'),
      '-O',
      OPTIONS,
    ]);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await world.stop();
  });

  const at = (file: string): string => join(folder, file);

  it('has a 200 from every request when newman runs it with a token', async () => {
    const collection = JSON.parse(readFileSync(at('collection.json'), 'utf8')) as Item;
    itemsOf(collection).forEach(enablePosition);
    const event = [{ listen: 'test', script: { exec: EXPECTATIONS } }];
    writeFileSync(at('run.json'), JSON.stringify({ ...collection, event }));

    const variables = [`baseUrl=${world.api.url}`, `bearerToken=${world.token}`];
    const options = variables.flatMap((variable) => ['--env-var', variable]);
    const report = ['--reporters', 'json', '--reporter-json-export', at('report.json')];
    await runFetched('newman', [
      'run',
      at('run.json'),
      '--suppress-exit-code',
      ...options,
      ...report,
    ]);

    const { run } = JSON.parse(readFileSync(at('report.json'), 'utf8')) as Report;
    expect(run.failures.map(({ error }) => error.message)).toEqual([]);
    expect(run.executions).toHaveLength(itemsOf(collection).length);
    expect(run.executions.length).toBeGreaterThan(10);
  });
});

function itemsOf({ item, ...rest }: Item): Item[] {
  return item ? item.flatMap(itemsOf) : [rest];
}

/** A glance has a position or places; both are optional in the document, so a person enables one of them. */
function enablePosition({ request }: Item): void {
  for (const parameter of request?.url.query ?? []) {
    if (['lt', 'lg'].includes(parameter.key)) parameter.disabled = false;
  }
}
