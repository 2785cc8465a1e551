import { arrow, box, card, picture, text, type Box } from './svg.js';

const WIDTH = 1040;
const HEIGHT = 600;
const REGION: Box = { x: 190, y: 84, width: 600, height: 420 };
const POD: Box = { x: 222, y: 132, width: 536, height: 216 };
const STEP = { width: 118, height: 62, gap: 12 };

/** What a request passes, in two rows. */
const STEPS = [
  ['guards', 'token, pilot, limits'],
  ['query', 'validated DTO'],
  ['cell', 'centre of 1 km'],
  ['place', 'read-through'],
  ['datasets', 'read-through'],
  ['view', 'units, language'],
  ['headers', 'ETag, max-age'],
] as const;
const PER_ROW = 4;

/** Everything that talks to the service, and what a region consists of. */
export function drawArchitecture(): string {
  return picture(
    {
      title: 'Architecture of Meteo French API',
      description:
        'Watches send requests with a token to the pods of a region. A pod checks the token with the keys of the issuer, ' +
        'finds the cell and the place, and reads the datasets through its memory and the Redis of the region. ' +
        'Only when both have no fresh record is a provider called: AccuWeather within a budget, Open-Meteo as the fallback, official feeds for alerts.',
      width: WIDTH,
      height: HEIGHT,
    },
    [
      text(28, 40, 'One region', 'title'),
      text(28, 62, 'Production has two, Europe and US West, which share nothing.', 'grey-ink'),
      box(REGION, 'grey', 14),
      watches(),
      text(REGION.x + 18, REGION.y + 28, 'Kubernetes', 'heading grey-ink'),
      pods(),
      redis(),
      card({ x: 530, y: 16, width: 190, height: 48 }, 'purple', 'OpenID Connect issuer', [
        'not ours',
      ]),
      arrow('M625 132 V70'),
      text(614, 104, 'its keys, in the background', 'small grey-ink', 'end'),
      providers(),
      observers(),
    ],
  );
}

function watches(): string {
  const faces = [186, 246, 306].map(
    (y) =>
      `${box({ x: 66, y: y - 26, width: 20, height: 52 }, 'grey', 5)}\n<circle class="box blue" cx="76" cy="${y}" r="17"/>\n<path class="blue-stroke" stroke-width="2" stroke-linecap="round" d="M76 ${y - 9} V${y} L82 ${y + 4}"/>`,
  );
  return [
    text(76, 146, 'Watches', 'heading', 'middle'),
    ...faces,
    arrow('M104 246 H216'),
    text(147, 236, 'JWT', 'code grey-ink', 'middle'),
    text(147, 264, '≤ 400 B', 'small grey-ink', 'middle'),
  ].join('\n');
}

function pods(): string {
  const behind = { ...POD, x: POD.x + 10, y: POD.y + 10 };
  return [
    box(behind, 'blue', 10),
    box(POD, 'blue', 10),
    text(POD.x + 16, POD.y + 26, 'Pod', 'heading blue-ink'),
    text(
      POD.x + 52,
      POD.y + 26,
      'one Nest application on Fastify; as many as the load needs',
      'small grey-ink',
    ),
    ...STEPS.map(([name, what], index) => card(stepBox(index), 'plain', name, [what])),
    ...STEPS.slice(1).map((_, index) => arrow(between(index))),
    card(stepBox(STEPS.length), 'green', 'memory', ['records, tokens']),
  ].join('\n');
}

function stepBox(index: number): Box {
  const [row, column] = [Math.floor(index / PER_ROW), index % PER_ROW];
  return {
    x: POD.x + 14 + column * (STEP.width + STEP.gap),
    y: POD.y + 42 + row * (STEP.height + 22),
    width: STEP.width,
    height: STEP.height,
  };
}

/** From a step to the next one; the second row begins at the left. */
function between(index: number): string {
  const [from, to] = [stepBox(index), stepBox(index + 1)];
  if (from.y === to.y) return `M${from.x + from.width} ${from.y + STEP.height / 2} H${to.x - 1}`;
  const middle = from.y + STEP.height + 11;
  return `M${from.x + STEP.width / 2} ${from.y + STEP.height} V${middle} H${to.x + STEP.width / 2} V${to.y - 1}`;
}

function redis(): string {
  return [
    card({ x: 222, y: 404, width: 546, height: 72 }, 'red', 'Redis', [
      'records, leases (one call per place and window), budget, cooldowns, limits, the time',
      'optional: without it each pod works alone',
    ]),
    arrow('M495 358 V398'),
    arrow('M520 398 V364'),
  ].join('\n');
}

function providers(): string {
  const x = 852;
  const width = 164;
  return [
    text(x + width / 2, 112, 'Providers', 'heading', 'middle'),
    card({ x, y: 128, width, height: 84 }, 'orange', 'AccuWeather', [
      'each call is paid:',
      'budget per day and month',
    ]),
    card({ x, y: 232, width, height: 70 }, 'yellow', 'Open-Meteo', ['the fallback']),
    card({ x, y: 322, width, height: 70 }, 'green', 'NWS, MET Norway', ['official alerts, free']),
    arrow('M768 222 C 810 222, 806 170, 846 170'),
    arrow('M768 250 C 810 250, 810 267, 846 267', 'dashed'),
    arrow('M768 278 C 810 278, 806 357, 846 357', 'dashed'),
    ...[
      'deadline 3 s, breaker, bulkhead,',
      'cooldown; while all fail,',
      'copies are served for hours',
    ].map((line, row) => text(x + width / 2, 420 + row * 16, line, 'small grey-ink', 'middle')),
  ].join('\n');
}

function observers(): string {
  const targets = [
    ['Prometheus', 'metrics, alerts'],
    ['Kibana', 'ECS log lines'],
    ['Sentry', 'unexpected errors'],
    ['OTLP collector', 'traces'],
  ] as const;
  return [
    ...targets.map(([name, what], index) =>
      card({ x: 190 + index * 153, y: 530, width: 141, height: 52 }, 'plain', name, [what]),
    ),
    text(28, 552, 'Reports to', 'heading grey-ink'),
    text(28, 570, 'positions to 0.1°', 'small grey-ink'),
  ].join('\n');
}
