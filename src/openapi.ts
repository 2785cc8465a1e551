import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { withExamples } from '@app/openapi/with-examples.js';
import { withSharedComponents } from '@app/openapi/with-shared-components.js';
import { ABOUT } from './about.js';
import { CONDITION_CODE_SCHEMA } from './weather/dto/documented.decorators.js';

const DESCRIPTION = `Weather for connected watches.

Every weather endpoint takes a position (\`lt\`, \`lg\`) and an OpenID Connect access token
(\`Authorization: Bearer …\`) with the scope \`weather:read\`. An unknown value is \`null\`.
Every error is \`application/problem+json\` (RFC 9457) and carries the \`traceId\` of its request.`;

/**
 * The public contract as OpenAPI 3.0, generated from the controllers.
 * @param publicUrl where clients reach the service; without it, where they got the document
 */
export function createOpenApiDocument(
  app: NestFastifyApplication,
  publicUrl?: string,
): OpenAPIObject {
  const declared = SwaggerModule.createDocument(app, contractOutline(publicUrl), {
    operationIdFactory: (_controller, method) => method,
  });
  return withSharedComponents(withExamples(declared));
}

/** The contract without what the controllers declare. */
export function contractOutline(publicUrl = '/'): OpenAPIObject {
  const server = publicUrl.replace(/(?<=.)\/+$/, '');
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Meteo French API')
    .setDescription(DESCRIPTION)
    .setVersion(ABOUT.version)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer(server, server === '/' ? 'The host that served this document.' : 'The service.')
    .addTag('weather', 'The weather at a position. Requires a token.')
    .addTag('health', 'For Kubernetes. Neither probe calls a dependency.')
    .addTag('about', 'Which service this is.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  const document = builder.build();
  document.info.contact = { name: 'Meteo French API team' };
  const { components } = document;
  // No class has it: a code is a text, and each description of one names its time.
  const schemas = { ...components?.schemas, ConditionCode: CONDITION_CODE_SCHEMA };
  return { paths: {}, ...document, components: { ...components, schemas } };
}
