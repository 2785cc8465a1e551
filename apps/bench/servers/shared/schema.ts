const degrees = (most: number) => ({ type: 'number', minimum: -most, maximum: most });
const quantity = { type: 'number', nullable: true };

/** `GET /prcpt` for Fastify: ajv validates the query, fast-json-stringify writes the body. */
export const PRCPT_SCHEMA = {
  querystring: {
    type: 'object',
    required: ['lt', 'lg'],
    properties: {
      lt: degrees(90),
      lg: degrees(180),
      units: { type: 'string', enum: ['metric'], default: 'metric' },
      lang: { type: 'string', maxLength: 35, default: 'en' },
    },
  },
  response: {
    200: { type: 'object', properties: { vis: quantity, prcpt: quantity } },
  },
};

/** The validated query. */
export interface PrcptQuery {
  readonly lt: number;
  readonly lg: number;
}
