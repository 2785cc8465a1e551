const PATHS = /^\/(docs|openapi\.(json|yaml))(\/|$)/;

/** Whether a route serves the documentation: the pages, their files, or the document. */
export function isOfDocs(route: string): boolean {
  return PATHS.test(route);
}
