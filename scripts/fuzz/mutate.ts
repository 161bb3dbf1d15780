/** Makes new texts of old ones: cuts, copies, mixes, words of the trade and single characters. */

/** Numbers from 0 to below 1. */
export type Random = () => number;

/** No text is longer: what breaks at great length has tests of its own. */
const LONGEST = 4_000;

/** A text like `text`, with some of what `other` has; `words` are put in whole. */
export function mutated(text: string, other: string, words: readonly string[], random: Random): string {
  let result = text;
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) result = once(result, other, words, random);
  return result.slice(0, LONGEST);
}

function once(text: string, other: string, words: readonly string[], random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const to = Math.min(text.length, at + Math.floor(random() ** 3 * 40) + 1);
  switch (Math.floor(random() * 8)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, at) + chosen(words, random) + text.slice(at);
    case 2:
      return text.slice(0, at) + chosen(words, random) + text.slice(to);
    case 3:
      return text.slice(0, at) + text.slice(at, to).repeat(2 + Math.floor(random() * 3)) + text.slice(to);
    case 4:
      return text.slice(0, at) + character(random) + text.slice(to);
    case 5:
      return text.slice(0, at) + other.slice(Math.floor(random() * other.length));
    case 6: {
      const from = Math.floor(random() * other.length);
      return text.slice(0, at) + other.slice(from, from + Math.floor(random() * 60)) + text.slice(to);
    }
    default:
      return text.slice(0, at);
  }
}

function chosen(words: readonly string[], random: Random): string {
  return words[Math.floor(random() * words.length)] ?? '';
}

/** Any character, with a liking for those that mean something. */
function character(random: Random): string {
  const kind = random();
  if (kind < 0.6) return String.fromCharCode(32 + Math.floor(random() * 95));
  if (kind < 0.9)
    return (
      ['\0', '\t', '\n', '\r', '\ufeff', '\u2028', '\ud83d', '\udd0c', '\u00a0', '\u0130'][
        Math.floor(random() * 10)
      ] ?? ''
    );
  return String.fromCharCode(Math.floor(random() * 0x10000));
}
