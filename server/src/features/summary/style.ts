/**
 * How a summary looks, wherever it is shown. Colours and fonts are variables, which the place where it is shown
 * defines: `--text`, `--muted`, `--background`, `--line`, `--link`, one for each severity, `--good`, `--font`, `--mono`
 * and `--size`. Nothing is said by colour alone.
 */
export const SUMMARY_STYLE = `* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px 24px 32px; max-width: 1100px; background: var(--background); color: var(--text);
  font: var(--size)/1.5 var(--font); overflow-wrap: anywhere; }
h1 { font-size: 1.6em; font-weight: 600; margin: 0 0 4px; line-height: 1.25; }
h2 { font-size: 1.25em; font-weight: 600; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05em; font-weight: 600; margin: 18px 0 6px; }
h4, h5, h6 { font-size: 1em; font-weight: 600; margin: 14px 0 4px; }
p { margin: 0 0 6px; }
header p { color: var(--muted); }
footer { margin-top: 32px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.9em; }
.actions, .fixes { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0; }
.lines { list-style: none; margin: 0; padding: 0; }
.lines > li { margin: 0 0 10px; padding: 2px 0 2px 12px; border-left: 3px solid var(--line); }
.lines > li:has(.error) { border-left-color: var(--error); }
.lines > li:has(.warning) { border-left-color: var(--warning); }
.what { margin: 0; }
.name { font-family: var(--mono); font-weight: 600; font-size: 0.95em; }
.line, .title, .rule { color: var(--muted); font-size: 0.9em; }
.rule { font-family: var(--mono); }
.title { display: block; font-weight: normal; }
.severity { font-weight: 600; }
.severity::before { content: "\\25cf  " / ""; }
.severity.error::before { color: var(--error); }
.severity.warning::before { color: var(--warning); }
.severity.information::before { color: var(--information); }
.severity.hint::before { color: var(--hint); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: break-word; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
tbody th { font-weight: normal; }
.facts { width: auto; }
.facts td, .facts th { padding-right: 24px; }
.values td, .values th { min-width: 8em; }
.values td:last-child { min-width: 16em; }
.state { font-weight: 600; }
.followed .sign { color: var(--good); }
.differs.error .sign { color: var(--error); }
.differs.warning .sign, .missing .sign, .unusable .sign { color: var(--warning); }
.differs.information .sign, .either .sign { color: var(--information); }
@media print {
  body { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  .table { overflow: visible; }
}`;
