import { JsonEntry } from '../../server/src/formats/json/document.ts';
import type { ConfigEntry } from '../../server/src/model/document.ts';

/** The payload of a message cannot go without the message, nor a variable without its component. */
export function isRemovable(entry: ConfigEntry): boolean {
  if (!(entry instanceof JsonEntry)) throw new TypeError('an entry of another format');
  const { kind } = entry.part.layout;
  return kind !== 'object' && kind !== 'listed';
}

/** A snippet as it stands in the file once it was accepted; each tab stop marked, if `mark` says how. */
export function withoutTabStops(snippet: string, mark: (stop: string) => string = (stop) => stop): string {
  return snippet.replace(
    /\\([\\$}])|\$\{1:((?:\\.|[^}\\])*)\}|\$1/g,
    (_all, escaped: string | undefined, stop: string | undefined) =>
      escaped ?? mark((stop ?? '').replace(/\\([\\$}])/g, '$1')),
  );
}
