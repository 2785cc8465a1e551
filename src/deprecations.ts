/** The policy for clients; served by `PagesController`. */
export const DEPRECATION_PAGE = '/deprecation';

/** The endpoints of the previous service. They stay, so there is no `Sunset`. */
export const DEPRECATED_PATHS = ['/prcpt', '/uvidx'] as const;
export const DEPRECATED_SINCE = new Date('2026-11-28T00:00:00Z');
export const SUCCESSOR_PATH = '/v1/conditions';

/** Header fields of their responses: a date of structured fields (RFC 9745), and links (RFC 9745 section 3, RFC 5829). */
export const DEPRECATION = `@${DEPRECATED_SINCE.getTime() / 1_000}`;
export const DEPRECATION_LINKS = `<${DEPRECATION_PAGE}>; rel="deprecation"; type="text/html", <${SUCCESSOR_PATH}>; rel="successor-version"`;
