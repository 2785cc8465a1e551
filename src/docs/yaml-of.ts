import type { OpenAPIObject } from '@nestjs/swagger';
import { stringify } from 'yaml';

/** The contract as YAML: what the API serves and what `openapi.yaml` in the repository contains. */
export function yamlOf(document: OpenAPIObject): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 });
}
