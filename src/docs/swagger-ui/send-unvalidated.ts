/**
 * A plugin of Swagger UI: sends every request as entered, so that an error of the API can be tried out. Without it an
 * invalid or missing parameter only colours its field. Runs in the browser: Nest writes its source text into the
 * script of the page, so it uses nothing from outside.
 * https://github.com/swagger-api/swagger-ui/blob/master/docs/customization/plugin-api.md
 */
export const sendUnvalidated = (): object => ({
  statePlugins: { spec: { wrapSelectors: { validateBeforeExecute: () => () => true } } },
});
