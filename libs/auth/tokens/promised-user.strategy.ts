import passport from 'passport';
import type { Principal } from '../principal.js';
import type { GuardedRequest } from './guarded-request.js';

type Done = (error: unknown, user: Principal | null) => void;

/**
 * A Passport strategy that leaves everything to `validate`, which `@nestjs/passport` passes to the constructor as a
 * function with a callback. `passport-jwt` would verify the signature itself, with one key and without a second try.
 */
export class PromisedUserStrategy extends passport.Strategy {
  constructor(private readonly findUser: (request: GuardedRequest, done: Done) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.findUser(request as GuardedRequest, (error, user) => {
      if (user) this.success(user);
      else this.error(error);
    });
  }
}
