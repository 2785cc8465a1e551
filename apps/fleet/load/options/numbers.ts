/** @throws when the text is not a whole number of at least `min` */
export function wholeNumber(option: string, text: string, min = 1): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= min) return value;
  throw new Error(`--${option} must be a whole number of at least ${min}; it is ${text}`);
}

/** @throws when the text is not a finite number above `limit` */
export function numberAbove(option: string, text: string, limit: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > limit) return value;
  throw new Error(`--${option} must be a number above ${limit}; it is ${text}`);
}
