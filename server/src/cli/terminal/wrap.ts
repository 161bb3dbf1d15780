import { displayWidth } from './characters.ts';

/** Blanks between words, but not the one between a number and its unit. */
const BREAK = /(?<!\d)\s+|\s+(?!(?:ms|s|min|h|d|m?A|V|k?Wh?)\b|%)/;

/**
 * Breaks a text into lines of at most `width` columns, between words. A word that is longer than a line, such as a list
 * without blanks, is cut where it must be. Numbers keep their units. An empty text has no line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(BREAK)) {
    if (word === '') continue;
    for (const piece of pieces(word, width)) {
      const length = displayWidth(piece);
      if (line === '') {
        line = piece;
        used = length;
      } else if (piece === word && used + 1 + length <= width) {
        line += ` ${piece}`;
        used += 1 + length;
      } else {
        lines.push(line);
        line = piece;
        used = length;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The lines of `wrap` as one text, the first one after `first` and the others after as many blanks. */
export function wrapAfter(first: string, text: string, width: number): string {
  const indent = displayWidth(first);
  const lines = wrap(text, Math.max(NARROWEST, width - indent));
  return first + lines.join(`\n${' '.repeat(indent)}`);
}

/** A text is never squeezed into less than this. */
const NARROWEST = 20;

/** A word, cut into pieces that fit on a line. Lists are cut behind a comma where there is one. */
function pieces(word: string, width: number): string[] {
  if (word.length <= width && displayWidth(word) <= width) return [word];
  // An address that is cut can be neither clicked nor copied.
  if (word.includes('://')) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const length = displayWidth(character);
    if (used + length > width && piece !== '') {
      const comma = piece.lastIndexOf(',') + 1;
      const kept = comma > piece.length / 2 ? piece.slice(0, comma) : piece;
      found.push(kept);
      piece = piece.slice(kept.length);
      used = displayWidth(piece);
    }
    piece += character;
    used += length;
  }
  found.push(piece);
  return found;
}
