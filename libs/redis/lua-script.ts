import { createHash } from 'node:crypto';

/** A script that Redis runs atomically; sent once, then called by its digest. */
export class LuaScript {
  readonly sha1: string;

  constructor(readonly text: string) {
    this.sha1 = createHash('sha1').update(text).digest('hex');
  }
}
