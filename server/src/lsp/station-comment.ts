import type { Comment, ConfigDocument } from '../model/document.ts';
import { DIRECTIVE_STARTER, directiveWords, isDirective, quotedWhereNeeded } from '../resolve/directive.ts';
import type { TextEdit } from '../text/edits.ts';

/** Words of a station comment by name; `auto` takes a word out, undefined leaves it as it is. */
export type StationWords = Readonly<Record<string, string | undefined>>;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The edit by which a comment (`# ocpp-config: current=DC`) says what the station is: in the comment that is there
 * already, otherwise in a new first line. Undefined where the file can hold no comment, or nothing changes.
 */
export function stationCommentEdit(
  document: ConfigDocument,
  languageId: string,
  words: StationWords,
): TextEdit | undefined {
  // A later comment wins, so it is the one to change.
  const present = document.comments.findLast(isDirective);
  if (present !== undefined) return changedComment(document.text, present, words);
  const starter = commentStarter(document, languageId);
  const wanted = withWords([], words);
  if (starter === undefined || wanted.length === 0) return undefined;
  const start = document.text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const lineBreak = document.text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { start, end: start },
    newText: `${starter} ${DIRECTIVE_STARTER} ${wanted.join(' ')}${lineBreak}`,
  };
}

/** How a comment begins in this file; undefined where what reads it would stumble over one. */
export function commentStarter(document: ConfigDocument, languageId: string): string | undefined {
  const starters = document.scopes[0]?.dialect.comments ?? [];
  if (document.format !== 'json') return starters[0];
  // JSON as such has no comments. A file that has some, or is JSON with comments for the editor, may get one more.
  const allowed = starters.length > 0 || document.comments.length > 0 || languageId === 'jsonc';
  return allowed ? '//' : undefined;
}

function changedComment(text: string, comment: Comment, words: StationWords): TextEdit | undefined {
  const start = text.indexOf(DIRECTIVE_STARTER, comment.range.start) + DIRECTIVE_STARTER.length;
  const end = comment.range.start + text.slice(comment.range.start, comment.range.end).trimEnd().length;
  const written = text.slice(start, end);
  const old = directiveWords(written).filter((word) => word !== '*/');
  const newText = ` ${withWords(old, words).join(' ')}${written.endsWith('*/') ? ' */' : ''}`;
  return newText === written ? undefined : { range: { start, end }, newText };
}

/** The words with those that are named set or left out; others, which may be a person's own, stay in place. */
function withWords(old: readonly string[], words: StationWords): string[] {
  const result = old.filter((word) => words[nameOf(word)] === undefined);
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined && value !== 'auto') result.push(`${name}=${quotedWhereNeeded(value)}`);
  }
  return result;
}

function nameOf(word: string): string {
  return word.slice(0, Math.max(0, word.indexOf('=')));
}
