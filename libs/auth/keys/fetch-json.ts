// Not the global one: Node would load its own copy of undici beside the package, 20 MB more memory.
import { fetch, type Response } from 'undici';

const MAX_DOCUMENT_BYTES = 512 * 1024;
const MAX_LOGGED_LENGTH = 200;

/**
 * A JSON object of at most 512 KiB. A redirect is not followed, because only the configured issuer is trusted.
 * @throws Error with a message for the operator
 */
export async function fetchJson(
  url: string,
  deadline: AbortSignal,
): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: deadline,
  }).catch((cause: unknown) => {
    throw new Error(`${url} does not respond`, { cause });
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${url} ${describeRefusal(response)}`);
  }
  const document = parse(await readAtMost(response, MAX_DOCUMENT_BYTES), url);
  if (typeof document !== 'object' || document === null)
    throw new Error(`${url} is not a JSON object`);
  return document as Record<string, unknown>;
}

/** The message of `JSON.parse` quotes the text. */
function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${url} is not valid JSON`);
  }
}

function describeRefusal({ status, headers, url }: Response): string {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return `responded with ${status}`;
  return `redirects to ${withoutQuery(location, url)} (${status}), which is not followed`;
}

/** A query may contain a secret. */
function withoutQuery(location: string, base: string): string {
  if (!URL.canParse(location, base)) return 'an invalid URL';
  const { protocol, host, pathname } = new URL(location, base);
  return `${protocol}//${host}${pathname}`.slice(0, MAX_LOGGED_LENGTH);
}

/** Decodes UTF-8; a byte-order mark, which RFC 8259 section 8.1 allows us to ignore, is dropped. */
async function readAtMost(response: Response, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytesOfChunk = chunk as Uint8Array;
    size += bytesOfChunk.length;
    if (size > bytes) throw new Error(`${response.url} is larger than ${bytes} bytes`);
    chunks.push(bytesOfChunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
