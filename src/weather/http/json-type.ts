/** For bodies that are sent as text. Fastify sets it for objects. */
export const JSON_TYPE = 'application/json; charset=utf-8';
