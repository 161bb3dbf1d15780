/** A text that every encoding can hold: halves of surrogate pairs, which names of files may have, are replaced. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
