import { ErrorReply } from '@redis/client';

interface ReplyReason {
  /** What the log says. Fixed text: the server's own may quote arguments, such as a password. */
  readonly text: string;
  /** Only a change of the configuration, here or of the server, ends it. */
  readonly needsAction: boolean;
}

/** Replies whose first word, `ERR`, does not tell what is wrong. */
const ERR_REPLIES: readonly (readonly [start: RegExp, reason: ReplyReason])[] = [
  [/^ERR max number of clients/, { text: 'max number of clients reached', needsAction: false }],
  // Redis 7.0 and older say so when an ACL forbids a command within a script.
  [/^ERR The user executing the script can't/, { text: 'NOPERM', needsAction: true }],
  [/^ERR unknown command/i, { text: 'unknown command', needsAction: true }],
  [/^ERR .*DB index|^ERR SELECT /, { text: 'no such database', needsAction: true }],
  [/^ERR .*(AUTH|password|not permitted)/, { text: 'wrong credentials', needsAction: true }],
];

const ACTION_WORDS = new Set(['NOAUTH', 'WRONGPASS', 'NOPERM', 'DENIED', 'MISCONF', 'MOVED']);

/** What a Redis means by an error reply: a known sentence, else its first word, such as `READONLY`. */
export function reasonOfReply({ message }: ErrorReply): ReplyReason {
  const known = ERR_REPLIES.find(([start]) => start.test(message));
  if (known) return known[1];
  const word = /^[A-Z]{2,20}\b/.exec(message)?.[0] ?? 'an unknown error reply';
  return { text: word, needsAction: ACTION_WORDS.has(word) };
}
