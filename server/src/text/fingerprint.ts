/** Different in each run of the program, so that a fingerprint is of no use to anybody else. */
const SALT = Math.floor(Math.random() * 0x7fffffff);

/**
 * A number that stands for a text: equal texts have the same, and that two others do is as good as impossible (1 in
 * 2^53). What a text says cannot be read from it, so that secrets can be compared without being kept. Linear.
 */
export function fingerprintOf(text: string): number {
  // Two rounds of FNV-1a with different starts, 53 bits of which fit in a number.
  let low = 0x811c9dc5 ^ SALT;
  let high = 0x01000193 ^ (SALT * 31);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ ((code << 5) | (code >>> 3)), 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
