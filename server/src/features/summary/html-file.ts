import { escapedAttribute, escapedHtml } from './html.ts';
import type { SummaryPage } from './page.ts';
import { summaryBody } from './render-html.ts';
import { SUMMARY_STYLE } from './style.ts';

/**
 * A summary as a file of its own, for a mail or a printer: no script, and nothing that is loaded from anywhere.
 * @param language of its words, as HTML names it: `en`
 */
export function summaryHtmlFile(page: SummaryPage, language: string): string {
  return `<!doctype html>
<html lang="${escapedAttribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedHtml(page.title)}</title>
<style>
${COLOURS_OF_A_FILE}
${SUMMARY_STYLE}
</style>
</head>
<body>
${summaryBody(page)}
</body>
</html>
`;
}

/** Readable on paper and on any screen: each colour has a contrast of at least 4.5 to its background. */
const COLOURS_OF_A_FILE = `:root {
  color-scheme: light dark;
  --text: #1f2328; --muted: #57606a; --background: #ffffff; --line: #d0d7de; --link: #0550ae;
  --error: #b3261e; --warning: #7a4f01; --information: #0550ae; --hint: #57606a; --good: #116329;
  --font: system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; --mono: ui-monospace, Consolas, monospace;
  --size: 15px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --muted: #9da7b3; --background: #0d1117; --line: #3d444d; --link: #79b8ff;
    --error: #ff8078; --warning: #e3b341; --information: #79b8ff; --hint: #9da7b3; --good: #56d364;
  }
}
@media print {
  :root {
    --text: #000000; --muted: #444444; --background: #ffffff; --line: #999999; --link: #000000;
    --error: #9a1c14; --warning: #6b4500; --information: #003f88; --hint: #444444; --good: #0b4a1e; --size: 10pt;
  }
}`;
