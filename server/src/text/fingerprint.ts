/** Different in each run of the program, so that a fingerprint is of no use to anybody else. */
let salt = Math.floor(Math.random() * 0x7fffffff);

/** What makes the fingerprints of this run, for other threads of it. */
export function fingerprintSalt(): number {
  return salt;
}

/** Makes the same fingerprints as the thread that this one works for; to be called before any is made. */
export function takeFingerprintSalt(shared: number): void {
  salt = shared;
}

/**
 * A number that stands for a text: equal texts have the same, and that two others do is as good as impossible (1 in
 * 2^53). What a text says cannot be read from it, so that secrets can be compared without being kept. Linear.
 */
export function fingerprintOf(text: string): number {
  // Two rounds of FNV-1a with different starts, 53 bits of which fit in a number.
  let low = 0x811c9dc5 ^ salt;
  let high = 0x01000193 ^ (salt * 31);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ ((code << 5) | (code >>> 3)), 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
