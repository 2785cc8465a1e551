/** What a call told of the source: that it fails, that it is well, or nothing: it was not asked. */
export type Finding = 'failing' | 'well' | 'nothing';
