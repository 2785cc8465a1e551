interface BrowserResponse {
  readonly headers?: Record<string, string>;
}

/**
 * Offers a CBOR answer as a file: Swagger UI would show its bytes as text. Runs in the browser, as
 * `responseInterceptor`: Nest writes its source text into the script of the page.
 */
export const offerAsFile = (response: BrowserResponse): BrowserResponse => {
  const { headers } = response;
  if (headers?.['content-type'] === 'application/cbor') {
    headers['content-disposition'] = 'attachment; filename="answer.cbor"';
  }
  return response;
};
