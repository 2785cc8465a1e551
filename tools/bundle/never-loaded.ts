/**
 * Packages that Nest and its modules import only when an application uses them. This one does not, so they stay
 * outside the bundle; most are not even installed.
 */
const NEVER_LOADED = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer',
];

/** Swagger UI is served from its files, which a bundle does not contain. */
const FILES_ON_DISK = ['swagger-ui-dist'];

/** Whether an import stays an import: `name` or `name/file` of a package that is not bundled. */
export function isNeverLoaded(specifier: string): boolean {
  return [...NEVER_LOADED, ...FILES_ON_DISK].some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
}
