import { createHash } from 'node:crypto';

/** A short fingerprint of a text: the same on every computer, and too long to meet another one by chance. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
