import type { Analysis } from '../analysis.ts';
import { joinedRanges, type OffsetRange } from '../text/range.ts';
import { isSecret, SECRET_WORDS, secretsInAddress } from './shown-value.ts';

/**
 * The places in a text that must not be shown where its lines are, in order and apart from each other: secret values,
 * passwords in addresses, and what stands behind a name that promises a secret where no entry is: in a comment, beside
 * the list of keys, or where the text is broken.
 */
export function secretPlaces({ document, resolved }: Analysis): OffsetRange[] {
  const { text } = document;
  const places: OffsetRange[] = [];
  const decided: OffsetRange[] = [];
  const addAddresses = ({ start: from, end: to }: OffsetRange) => {
    for (const { start, end } of secretsInAddress(text.slice(from, to)))
      places.push({ start: from + start, end: from + end });
  };
  for (const { entries } of resolved.scopes) {
    for (const resolvedEntry of entries) {
      const { value, keyRange } = resolvedEntry.entry;
      decided.push(keyRange);
      if (value === undefined || value.text === '') continue;
      decided.push(value.range);
      if (resolvedEntry.secret || isSecret(resolvedEntry)) places.push(value.range);
      else addAddresses(value.range);
    }
  }
  decided.sort(byStart);
  let hiddenTo = 0;
  for (const name of text.matchAll(WORDS)) {
    // What is hidden already is looked at no more: a line of nothing but names would be looked at for each of them.
    if (name.index < hiddenTo || isInside(decided, name.index)) continue;
    const place = valueBehind(text, name.index + name[0].length);
    if (place === undefined) continue;
    places.push(place);
    hiddenTo = place.end;
  }
  for (const address of text.matchAll(ADDRESSES)) {
    const end = address.index + address[0].length;
    if (!isInside(decided, address.index)) addAddresses({ start: address.index, end });
  }
  return joinedRanges(places);
}

const WORDS = new RegExp(SECRET_WORDS.source, 'gi');
const ADDRESSES = /:\/\/[^\s"'<>]+/g;

/** How far behind a name its value may begin: a record may say other things between the two. */
const FARTHEST = 200;
/** The rest of a name, and what parts it from its value. */
const REST = /[\w.\- \]]{0,80}\\?["']?\s{0,8}/y;
/** The member of a record in which the value of a key stands. */
const VALUE_MEMBER = /["'](?:actual_?|attribute_?|default_?)?value["']\s*:\s*/gi;

/** The value that stands behind a name, wherever the name itself is; undefined where none does. */
function valueBehind(text: string, end: number): OffsetRange | undefined {
  REST.lastIndex = end;
  const at = end + (REST.exec(text)?.[0].length ?? 0);
  const sign = text[at];
  if (sign === '=' || sign === ':') return valueAt(text, at + 1, sign);
  if (sign !== ',') return undefined;
  // A pair, or a record whose value is a member of its own.
  const behind = text.slice(at + 1, at + 1 + FARTHEST);
  const [record = ''] = behind.split(/[}\n]\s*[{[]/);
  VALUE_MEMBER.lastIndex = 0;
  const member = VALUE_MEMBER.exec(record);
  if (member !== null) return valueAt(text, at + 1 + member.index + member[0].length, ':');
  return /^\s*["']/.test(record) && !/^\s*("[^"\n]*"|'[^'\n]*')\s*:/.test(record)
    ? valueAt(text, at + 1, ':')
    : undefined;
}

/** The value that begins at an offset behind blanks: what is in quotes, otherwise what ends with the line or its part. */
function valueAt(text: string, offset: number, sign: '=' | ':'): OffsetRange | undefined {
  let start = offset;
  while (text[start] === ' ' || text[start] === '\t') start++;
  const quote = text[start];
  if (quote === '[' || quote === '{') return undefined;
  if (quote === '"' || quote === "'") {
    let end = start + 1;
    while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    return end > start + 1 ? { start: start + 1, end: Math.min(end, text.length) } : undefined;
  }
  const pattern = sign === '=' ? TO_THE_END : TO_A_PART;
  pattern.lastIndex = start;
  const { length } = pattern.exec(text)?.[0] ?? '';
  return length === 0 ? undefined : { start, end: start + length };
}

const TO_THE_END = /[^\r\n]*/y;
const TO_A_PART = /[^,}\]\r\n]*/y;

function byStart(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start;
}

/** Whether an offset lies in one of some ranges that are in order. */
function isInside(ranges: readonly OffsetRange[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && offset < (ranges[low - 1]?.end ?? 0);
}
