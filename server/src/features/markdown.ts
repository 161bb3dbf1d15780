/** Longest piece of a file's text that is shown in one place. */
const LONGEST_SHOWN = 80;

/**
 * Text from anywhere, so that Markdown shows it letter for letter: no link, no HTML, no emphasis, no list comes of it.
 * Signs that are harmless where they stand are left alone, because not every editor renders Markdown.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\\`*[\]<>|~]|&(?=[#\w])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/^([-+#=])(?=\1|\s|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@(?=\w)/gi, '\\$&');
}

/** Text from a file as code: nothing in it is read as Markdown, whatever backticks it holds. Shortened. */
export function code(text: string): string {
  const shown = shortened(visible(text));
  if (shown.trim() === '') return '``  ``';
  const longestRun = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  // A blank inside keeps a backtick at either end apart from the fence; Markdown takes it away again.
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link; only the title where the address is none of the web. */
export function link(title: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//i.test(url)) return escaped(title);
  const address = url.replace(/[\s()<>\\"'`]/g, (sign) => encodeURIComponent(sign).replace(/[()']/g, hex));
  return `[${escaped(title)}](${address})`;
}

/** Paragraphs, without the ones that have nothing to say. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A list of sentences, each on a line of its own; undefined when there are none. */
export function bullets(sentences: readonly string[]): string | undefined {
  return sentences.length === 0 ? undefined : sentences.map((text) => `- ${escaped(text)}`).join('\n');
}

/** At most as much as fits in a line, cut between two characters. */
export function shortened(text: string, longest = LONGEST_SHOWN): string {
  if (text.length <= longest) return text;
  const end = isHighSurrogate(text.charCodeAt(longest - 2)) ? longest - 2 : longest - 1;
  return `${text.slice(0, end)}…`;
}

/** On one line, with signs that are not seen or turn the writing direction replaced by one that is seen. */
function visible(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
