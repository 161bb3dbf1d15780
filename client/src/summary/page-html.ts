import type { Uri, Webview } from 'vscode';

/**
 * The frame of a summary's page: nothing but our one script may run in it, and nothing is loaded from anywhere. The
 * script fills it.
 * @param language of its words, as HTML names it
 */
export function pageHtml(webview: Webview, script: Uri, language: string): string {
  const nonce = randomText();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${/^[A-Za-z-]+$/.test(language) ? language : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}" id="style"></style>
<style nonce="${nonce}">${THEME}</style>
</head>
<body>
<div id="summary"></div>
<p id="news" role="status"></p>
<script nonce="${nonce}" src="${webview.asWebviewUri(script)}"></script>
</body>
</html>`;
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The colours and fonts of the editor's theme, and buttons as the editor has them. */
const THEME = `:root {
  --text: var(--vscode-foreground);
  --muted: var(--vscode-descriptionForeground, var(--vscode-foreground));
  --background: var(--vscode-editor-background);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, currentColor)));
  --link: var(--vscode-textLink-foreground);
  --error: var(--vscode-editorError-foreground, var(--vscode-foreground));
  --warning: var(--vscode-editorWarning-foreground, var(--vscode-foreground));
  --information: var(--vscode-editorInfo-foreground, var(--vscode-foreground));
  --hint: var(--vscode-descriptionForeground, var(--vscode-foreground));
  --good: var(--vscode-testing-iconPassed, var(--vscode-foreground));
  --font: var(--vscode-font-family);
  --mono: var(--vscode-editor-font-family);
  --size: var(--vscode-font-size);
}
button {
  font: inherit; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); border-radius: 2px;
  padding: 3px 10px; cursor: pointer; text-align: left;
}
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible, .table:focus-visible, h1:focus-visible {
  outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px;
}
.actions button:first-child { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
.actions button:first-child:hover { background: var(--vscode-button-hoverBackground); }
button.place { padding: 0; border: 0; background: none; color: var(--link); }
button.place:hover .name { text-decoration: underline; }
body.vscode-high-contrast button:hover, body.vscode-high-contrast-light button:hover {
  outline: 1px dashed var(--vscode-contrastActiveBorder);
}
body.vscode-high-contrast button.place .name, body.vscode-high-contrast-light button.place .name {
  text-decoration: underline;
}
#summary[aria-busy] { cursor: progress; }
#news { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }`;
