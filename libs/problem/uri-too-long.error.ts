import { CodedError } from './coded.error.js';

/** The URL is longer than the server reads (RFC 9110 section 15.5.15). */
export class UriTooLongError extends CodedError {
  readonly code = 'uri-too-long';

  constructor(maxCharacters: number) {
    super(`The URL is longer than ${maxCharacters} characters.`);
  }
}
