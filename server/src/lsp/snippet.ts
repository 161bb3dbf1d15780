/**
 * The text of an LSP snippet for an editor that knows none: each tab stop becomes what it proposes, and escapes become
 * what they stand for. Only what this program writes is understood: `$1`, `${1}`, `${1:text}`, `${1|one,two|}`.
 */
export function withoutTabStops(snippet: string): string {
  const parts = /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\{?\d+\}?/g;
  return snippet.replaceAll(
    parts,
    (_whole, escaped: string | undefined, proposed: string | undefined, choice: string | undefined) =>
      escaped ?? (proposed === undefined ? (choice ?? '') : withoutTabStops(proposed)),
  );
}
