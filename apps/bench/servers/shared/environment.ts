/** @throws when the bench did not set the variable */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: this server is started by "npm run bench".`);
  return value;
}
