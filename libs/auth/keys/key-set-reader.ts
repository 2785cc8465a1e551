import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { readJwkMembers } from './jwk-members.js';
import { readSigningKey, type KeyFault, type KeyReading } from './read-signing-key.js';
import type { SigningKey } from './signing-key.js';

/** About 2 ms of parsing; then requests get their turn. */
const KEYS_PER_TURN = 20;

/** What a key set contains. */
export interface KeySetContent {
  readonly keys: readonly SigningKey[];
  /** How many keys are rejected, by reason. */
  readonly rejected: ReadonlyMap<KeyFault, number>;
}

/** Reads key sets. A JWK that was in the previous set keeps its object: it is parsed once, and caches can compare by identity. */
@Injectable()
export class KeySetReader {
  private known = new Map<string, KeyReading>();

  /** @param entries `keys` of a JWK set (RFC 7517 section 5), not validated */
  async read(entries: readonly unknown[]): Promise<KeySetContent> {
    const keys: SigningKey[] = [];
    const rejected = new Map<KeyFault, number>();
    const read = new Map<string, KeyReading>();
    for (const [index, entry] of entries.entries()) {
      if (index % KEYS_PER_TURN === KEYS_PER_TURN - 1) await nextTurn();
      const members = readJwkMembers(entry);
      const name = JSON.stringify(members ?? index);
      if (read.has(name)) continue;
      const reading = this.known.get(name) ?? (members ? readSigningKey(members) : MALFORMED);
      read.set(name, reading);
      if (reading.kind === 'usable') keys.push(reading.key);
      if (reading.kind === 'rejected') {
        rejected.set(reading.fault, (rejected.get(reading.fault) ?? 0) + 1);
      }
    }
    this.known = read;
    return { keys, rejected };
  }
}

const MALFORMED: KeyReading = { kind: 'rejected', fault: 'malformed' };
