/** The used part of a browser's global object; the server is compiled without the types of browsers. */
interface Browser {
  readonly document: {
    readonly head: { insertAdjacentHTML(where: string, html: string): void };
  };
}

/**
 * A plugin of Swagger UI: adds the viewport, which Nest's page lacks. Without it a phone lays the page out 980 px wide
 * and shrinks it. Runs in the browser: Nest writes its source text into the script of the page.
 */
export const addViewport = (): object => {
  const { document } = globalThis as unknown as Browser;
  document.head.insertAdjacentHTML(
    'beforeend',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
  );
  return {};
};
