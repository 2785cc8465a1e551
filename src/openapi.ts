import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ABOUT } from './about.js';

const DESCRIPTION = `Weather for connected watches.

Every weather endpoint takes a position (\`lt\`, \`lg\`) and an OpenID Connect access token
(\`Authorization: Bearer …\`) with the scope \`weather:read\`. An unknown value is \`null\`.
Every error is \`application/problem+json\` (RFC 9457) and carries the \`traceId\` of its request.`;

/** The public contract as OpenAPI 3.0, generated from the controllers. */
export function createOpenApiDocument(app: NestFastifyApplication): OpenAPIObject {
  return SwaggerModule.createDocument(app, contractOutline(), {
    operationIdFactory: (_controller, method) => method,
  });
}

/** The contract without what the controllers declare. */
export function contractOutline(): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Meteo French API')
    .setDescription(DESCRIPTION)
    .setVersion(ABOUT.version)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/', 'The host that served this document.')
    .addTag('weather', 'The weather at a position. Requires a token.')
    .addTag('health', 'For Kubernetes. Neither probe calls a dependency.')
    .addTag('about', 'Which service this is.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  const document = builder.build();
  document.info.contact = { name: 'Meteo French API team' };
  return { paths: {}, ...document };
}
