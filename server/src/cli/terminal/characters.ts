/** One character as a terminal shows it. */
export interface ShownCharacter {
  readonly text: string;
  /** How many columns it takes. */
  readonly width: number;
}

/**
 * How to show one code point so that it takes the columns we count and does nothing to the terminal: control characters
 * as their pictures, characters that nobody sees (or that reorder others) by their number.
 * @param column where it comes to stand, for tabs
 */
export function shownCharacter(codePoint: number, column: number): ShownCharacter {
  if (codePoint >= 0x20 && codePoint < 0x7f) return { text: String.fromCharCode(codePoint), width: 1 };
  if (codePoint === TAB) return blanks(TAB_WIDTH - (column % TAB_WIDTH));
  if (codePoint < 0x20) return { text: String.fromCharCode(CONTROL_PICTURES + codePoint), width: 1 };
  if (codePoint === DELETE) return { text: '\u2421', width: 1 };
  if (isInvisible(codePoint)) return byNumber(codePoint);
  const text = String.fromCodePoint(codePoint);
  if (COMBINING.test(text)) return { text, width: 0 };
  return { text, width: isWide(codePoint) ? 2 : 1 };
}

/** A text from a file or a file name, safe to print on one line. */
export function printable(text: string): string {
  // The usual case, without looking at each character.
  if (PLAIN.test(text)) return text;
  let shown = '';
  for (const character of text) shown += shownCharacter(character.codePointAt(0) ?? 0, 0).text;
  return shown;
}

/** How many columns a printable text takes. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += shownCharacter(character.codePointAt(0) ?? 0, width).width;
  return width;
}

const TAB = 9;
const TAB_WIDTH = 4;
const DELETE = 0x7f;
/** Where Unicode keeps the pictures of control characters. */
const CONTROL_PICTURES = 0x2400;
const PLAIN = /^[\x20-\x7e]*$/;
const COMBINING = /^\p{Mn}|^\p{Me}/u;
/** Controls of the upper half, format characters (direction, joiners, byte order mark), halves of pairs, line ends. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const SOFT_HYPHEN = 0xad;

function isInvisible(codePoint: number): boolean {
  if (codePoint < 0x80) return false;
  return codePoint === SOFT_HYPHEN || INVISIBLE.test(String.fromCodePoint(codePoint));
}

function byNumber(codePoint: number): ShownCharacter {
  const text = `<U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}>`;
  return { text, width: text.length };
}

function blanks(count: number): ShownCharacter {
  return { text: ' '.repeat(count), width: count };
}

/** The blocks whose characters take two columns: East Asian scripts, full-width forms, emoji. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

function isWide(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  return WIDE.some(([first, last]) => codePoint >= first && codePoint <= last);
}
