/** None of the first has emoji, so that these come from the fonts that have them in colour; what is missing the browser looks for. */
const FONTS =
  "'Noto Sans', 'Liberation Sans', Arial, 'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', system-ui, sans-serif";

const STYLE = `
@page { size: A4; margin: 14mm 12mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 10.5pt/1.4 ${FONTS}; color: #111; background: #fff }
h1 { font-size: 1.3em; margin: 0 0 .2em }
h2 { font-size: .85em; font-weight: 600; text-align: center; color: #555; margin: 1.2em 0 .6em; break-after: avoid }
section + section { break-before: page }
.about { color: #555; font-size: .85em; margin: 0 0 1em }
article { max-width: 85%; width: fit-content; margin: .3em 0; padding: .35em .6em; border: 1px solid #ddd; border-radius: .5em; background: #fff; break-inside: avoid-page }
article.me { margin-inline-start: auto; background: #e7f6e3; border-color: #cfe8c8 }
article.assistant { background: #e6eefb; border-color: #c9d8f2 }
article.notice { margin-inline: auto; background: #f4f4f4; color: #555; font-size: .9em; text-align: center }
.name { font-weight: 600; color: #1f6f54 }
.by { font-weight: 400; font-size: .85em; color: #555 }
p, .quote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.quote { border-inline-start: 3px solid #9bc; padding-inline-start: .5em; color: #555; font-size: .9em }
.gone { color: #777; font-style: italic }
.media, .marks { font-size: .85em; color: #555 }
.marks { display: block; text-align: end }
@media print { body { max-width: none; padding: 0 } }
`;

/** The beginning of a page that needs nothing else: no script, no file, no network. */
export function pageHead(title: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
`;
}

export const PAGE_END = '</body>\n</html>\n';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, whatever stands in it. Control characters that no page may hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
  );
}
