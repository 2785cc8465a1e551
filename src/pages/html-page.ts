/**
 * A page for people, without scripts or images.
 * @param body HTML
 */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Meteo French API</title>
<style>body{max-width:40em;margin:2em auto;padding:0 1em;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}dt{font-weight:bold}dd{margin:0 0 1em}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`;
}

/** A text as HTML, with its backquoted parts as code. */
export function codeInText(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
