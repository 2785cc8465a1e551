import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Endpoint } from '../apps/accwea-simulator/server/call.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { villagePosition } from './support/positions.js';
import { World } from './support/world.js';

type Json = Readonly<Record<string, unknown>>;

/** Provider endpoints, and the API path that shows their data. */
const ENDPOINTS: readonly (readonly [Endpoint, upstream: string, path: string])[] = [
  ['search', '/locations/v1/cities/geoposition/search?q=48.857,2.352', '/v1/conditions'],
  ['currentconditions', '/currentconditions/v1/623?details=true', '/v1/conditions'],
  ['hourly', '/forecasts/v1/hourly/12hour/623?details=true', '/v1/forecast/hourly'],
  ['daily', '/forecasts/v1/daily/5day/623?details=true', '/v1/forecast/daily'],
  ['alerts', '/alerts/v1/623?details=true', '/v1/alerts'],
];
/** Metadata of the answer, texts built from several fields, and ids, which may be any text. */
const IGNORED = new Set(['expiresAt', 'issuedAt', 'stale', 'text', 'id']);
/** Fields that another field replaces by design. */
const REPLACEABLE = new Set(['RealFeelTemperature']);
const UNKNOWN: readonly unknown[] = [null, undefined, 'unknown'];
/** A time zone without its name is shown as its offset. */
const OFFSET = '+02:00';
/** Without a time zone the same instant is written with another offset. */
const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** The simulated time; the hour ends long after the test. */
const ONE_PAST_MS = Date.UTC(2026, 6, 9, 13, 1);

let clock: MovedClock;
let world: World;
let positionsUsed = 0;

beforeAll(async () => {
  clock = new MovedClock(ONE_PAST_MS);
  const { environment } = clock;
  world = await World.start({ apis: 2, environment, now: () => ONE_PAST_MS });
  world.simulator.settings.alerts = 'always';
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  clock.remove();
});
beforeEach(() => {
  world.simulator.fault = undefined;
});

/** Requests a path from one process. One process reads correct data, the other data of wrong types. */
async function answerOf(index: number, path: string): Promise<Json | undefined> {
  const answer = await world.get(path, world.apis[index]);
  const body = (await answer.json()) as Json;
  if (answer.ok) return body;
  expect(answer.status).toBe(503);
  return undefined;
}

async function fieldsOf(upstream: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
  const answer = await fetch(world.simulatorUrl + upstream, { headers });
  const paths = new Set(pathsOf(await answer.json()));
  return [...paths].filter((path) => !REPLACEABLE.has(path));
}

it.each(ENDPOINTS)(
  'serves null or an error, never a wrong value, for a field of a wrong type in the answer of %s',
  async (endpoint, upstream, path) => {
    const wrongValues: string[] = [];
    let [changed, unanswered] = [0, 0];
    for (const field of await fieldsOf(upstream)) {
      const target = `${path}?${villagePosition((positionsUsed += 1))}`;
      world.simulator.fault = undefined;
      const right = await answerOf(0, target);
      world.simulator.fault = { kind: 'wrong-types', endpoint, path: field };
      const corrupted = await answerOf(1, target);
      wrongValues.push(...wrongValuesIn(corrupted, right, '').map((value) => `${field}: ${value}`));
      if (!corrupted) unanswered += 1;
      else if (JSON.stringify(weatherOf(corrupted)) !== JSON.stringify(weatherOf(right)))
        changed += 1;
    }
    expect(wrongValues).toEqual([]);
    expect(changed).toBeGreaterThan(3);
    expect(unanswered).toBeLessThan(3);
  },
);

/** Dotted paths of all values; a quantity counts as one value. */
function pathsOf(body: unknown, path = ''): string[] {
  if (Array.isArray(body)) return body.flatMap((one) => pathsOf(one, path));
  if (!isRecord(body) || 'Metric' in body || 'Value' in body) return [path];
  return Object.entries(body).flatMap(([name, value]) =>
    pathsOf(value, path === '' ? name : `${path}.${name}`),
  );
}

/** Values of an answer that differ from the correct ones and are not just missing. */
function wrongValuesIn(answer: unknown, right: unknown, path: string): string[] {
  if (UNKNOWN.includes(answer)) return [];
  if (Array.isArray(answer) && Array.isArray(right)) {
    return answer.flatMap((one, index) => {
      const others = right.map((other) => wrongValuesIn(one, other, `${path}[${index}]`));
      return others.toSorted((a, b) => a.length - b.length)[0] ?? [`${path}[${index}] is new`];
    });
  }
  if (isRecord(answer) && isRecord(right)) {
    return Object.entries(weatherOf(answer)).flatMap(([name, value]) =>
      wrongValuesIn(value, right[name], `${path}.${name}`),
    );
  }
  return isSame(answer, right) ? [] : [`${path} is ${String(answer)}, not ${String(right)}`];
}

function isSame(answer: unknown, right: unknown): boolean {
  const [one, other] = [answer, right].map((value) =>
    typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : value,
  );
  return one === other || (one === OFFSET && String(other).startsWith('Europe/'));
}

function weatherOf(body: Json | undefined): Json {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !IGNORED.has(name)));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
