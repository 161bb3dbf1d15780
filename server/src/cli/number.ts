/** A count in groups of three digits: "12 345", with a narrow blank, which is no mistake in any language. */
export function number(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u202f');
}
