/** What a sample of the profile is put down to. */
export type Part = (typeof PARTS)[number][0] | 'garbage collection' | 'promises, V8, event loop';

/** Whatever is below it in the stack is the writing of the log, the socket's work included. */
export const LOG_WRITE = /\/libs\/observability\/line-batch/;

/** The files that make a part; of a stack the innermost file that is in this table decides. */
export const PARTS = [
  ['access log', /\/libs\/observability\/(access-log|line-batch)|\/(pino|ecs-pino-format)\//],
  ['metrics', /\/libs\/observability\/metrics\/|\/src\/weather\/metrics\//],
  ['class-validator', /\/libs\/query\/|\/class-validator\//],
  ['token', /\/libs\/auth\//],
  ['weather from memory', /\/src\/weather\/|\/libs\/(read-through|cells|clock)\//],
  ['other code of ours', /\/src\/|\/libs\//],
  ['Nest', /\/(@nestjs|reflect-metadata|rxjs|@fastify\/middie)\//],
  ['Fastify', /\/(fastify|find-my-way|fast-querystring|avvio)\//],
  ['HTTP and sockets', /^node:(_http|net|internal\/(stream|http))/],
] as const satisfies readonly (readonly [string, RegExp])[];
