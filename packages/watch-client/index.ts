// All that the package offers; nothing in this folder imports it.
export { WatchClient, type WatchClientOptions } from './watch-client.js';
export { WatchError } from './watch-error.js';
export type { Answer } from './standing-question.js';
export type { Token } from './exchange/token-holder.js';
export type { Body, Position, Topic, View } from './questions/question.js';
