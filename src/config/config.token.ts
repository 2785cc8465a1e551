/** DI token of the `Config`, which is a plain object. */
export const CONFIG = Symbol('MFAPI:CONFIG');
