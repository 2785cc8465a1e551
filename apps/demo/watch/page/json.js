/** The JSON at a path of this page's server. */
export async function json(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}
