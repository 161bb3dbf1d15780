/** How the page looks, by day, at night and on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1c2a25; --faint: #5d6b66; --page: #fff; --line: #d9e0dd; --bar: #2f7d5b;
  --good: #8fbfa8; --error: #b3261e; --warning: #b26a00; --information: #2b5fa8; --hint: #6b6f76; }
@media (prefers-color-scheme: dark) { :root { --text: #e3ebe7; --faint: #9dada6; --page: #14201b; --line: #33423b;
  --bar: #55b38a; --good: #3c6b56; --error: #f2867d; --warning: #e6a23c; --information: #82aef0; --hint: #a0a6ad; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
svg { display: block; width: 100%; max-width: 45rem; height: auto; margin: .5rem 0; }
.chart { overflow-x: auto; } .chart svg { min-width: 34rem; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { text-align: left; color: var(--faint); font-weight: 600; }
th, td { padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.badge { color: var(--page); border-radius: .3rem; padding: 0 .4rem; font-size: .8rem; white-space: nowrap; }
details { border-bottom: 1px solid var(--line); padding: .3rem 0; } summary { cursor: pointer; }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere; } a { color: inherit; }
footer { margin: 3rem 0 1rem; color: var(--faint); font-size: .85rem; }
`;
