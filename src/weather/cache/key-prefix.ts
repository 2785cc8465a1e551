/** Changes when a stored record changes its meaning; releases that differ in it share nothing. */
export const KEY_PREFIX = 'mfapi:v1:';
