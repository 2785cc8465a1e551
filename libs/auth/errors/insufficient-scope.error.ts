import { CodedError } from '@app/problem/coded.error.js';

/** The token is valid but lacks the scope (RFC 6750 section 3.1). */
export class InsufficientScopeError extends CodedError {
  readonly code = 'insufficient-scope';
  override readonly challenge: string;

  constructor(scope: string) {
    super(`The token lacks the scope "${scope}".`);
    this.challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
  }
}
