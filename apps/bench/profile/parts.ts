/** The part of the program that a profile sample is attributed to. */
export type Part = (typeof PARTS)[number][0] | 'garbage collection' | 'promises, V8, event loop';

/** Everything it calls counts as writing the log, including socket work. */
export const LOG_WRITE = /\/libs\/observability\/line-batch/;

/** File patterns per part; the innermost file of a stack that matches decides. */
export const PARTS = [
  ['access log', /\/libs\/observability\/(access-log|line-batch)|\/(pino|ecs-pino-format)\//],
  ['metrics', /\/libs\/observability\/metrics\/|\/src\/weather\/metrics\//],
  ['class-validator', /\/libs\/query\/|\/class-validator\//],
  ['token', /\/libs\/auth\/|\/(passport|passport-jwt|jsonwebtoken|jws|jwa)\//],
  ['Redis', /\/libs\/redis\/|\/@redis\//],
  [
    'upstream call',
    /\/src\/weather\/providers\/|\/libs\/(resilience|budget)\/|\/(axios|@nestjs\/axios|follow-redirects)\//,
  ],
  ['weather and cache', /\/src\/weather\/|\/libs\/(read-through|cells|clock|local-time)\//],
  ['other code of ours', /^(?!.*\/node_modules\/).*\/(src|libs)\//],
  ['Nest', /\/(@nestjs|reflect-metadata|rxjs|@fastify\/middie)\//],
  ['Fastify', /\/(fastify|find-my-way|fast-querystring|avvio)\//],
  ['HTTP and sockets', /^node:(_http|net|internal\/(stream|http))/],
] as const satisfies readonly (readonly [string, RegExp])[];
