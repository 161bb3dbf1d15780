import type { OffsetRange } from '../../text/range.ts';
import {
  afterLineBreak,
  BACKSLASH,
  CARRIAGE_RETURN,
  isBlank,
  isLineBreak,
  LINE_FEED,
  skipBlanks,
  skipBlanksBack,
} from './characters.ts';

/** What a stretch of a `.properties` file says, and where in it nothing is said. */
export interface Decoded {
  readonly text: string;
  /** Line continuations: the backslash, the line break and the next line's indentation; a backslash at the very end. */
  readonly gaps: readonly OffsetRange[];
}

const FORM_FEED = '\f';
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', FORM_FEED],
]);

/** Resolves the escapes of `.properties` files: `\:` and the like, `\t`, `\u20ac`, and continued lines. */
export function decodeEscapes(text: string, { start, end }: OffsetRange): Decoded {
  const raw = text.slice(start, end);
  if (!raw.includes('\\')) return { text: raw, gaps: [] };
  const parts: string[] = [];
  const gaps: OffsetRange[] = [];
  let from = start;
  let offset = start;
  while (offset < end) {
    if (text.charCodeAt(offset) !== BACKSLASH) {
      offset++;
      continue;
    }
    parts.push(text.slice(from, offset));
    if (offset + 1 === end || isLineBreak(text.charCodeAt(offset + 1))) {
      const gapEnd = Math.min(end, skipBlanks(text, afterLineBreak(text, offset + 1), end));
      gaps.push({ start: offset, end: gapEnd });
      offset = gapEnd;
    } else {
      const sequence = escapeAt(text, offset);
      parts.push(sequence.means);
      offset += sequence.length;
    }
    from = offset;
  }
  parts.push(text.slice(from, end));
  return { text: parts.join(''), gaps };
}

function escapeAt(text: string, offset: number): { readonly means: string; readonly length: number } {
  const letter = text.charAt(offset + 1);
  if (letter === 'u') {
    const digits = text.slice(offset + 2, offset + 6);
    if (/^[0-9a-f]{4}$/i.test(digits)) {
      return { means: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
    }
  }
  return { means: CONTROLS.get(letter) ?? letter, length: 2 };
}

/** Writes a value so that it is read back as it is: backslashes, line breaks and blanks at the ends are escaped. */
export function encodeValue(value: string): string {
  const first = skipBlanks(value, 0, value.length);
  const last = skipBlanksBack(value, first, value.length);
  let encoded = '';
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    const outer = index < first || index >= last;
    if (code === BACKSLASH || (outer && isBlank(code))) encoded += '\\';
    encoded += breakEscape(code) ?? value.charAt(index);
  }
  return encoded;
}

/** Writes a key: what a value needs, and the characters that would end a key or make the line a comment. */
export function encodeKey(name: string): string {
  let encoded = '';
  for (let index = 0; index < name.length; index++) {
    const letter = name.charAt(index);
    if ('\\=: \t'.includes(letter) || (index === 0 && '#;!/['.includes(letter))) encoded += '\\';
    encoded += breakEscape(name.charCodeAt(index)) ?? letter;
  }
  return encoded;
}

function breakEscape(code: number): string | undefined {
  if (code === LINE_FEED) return '\\n';
  return code === CARRIAGE_RETURN ? '\\r' : undefined;
}
