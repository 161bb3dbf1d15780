/** Whether a text fits a pattern in which `*` stands for any text; each fixed part is looked for once, from the left. */
export function fitsPattern(text: string, pattern: string): boolean {
  const lower = text.toLowerCase();
  const [start = '', ...rest] = pattern.toLowerCase().split('*');
  if (!lower.startsWith(start)) return false;
  const end = rest.pop();
  if (end === undefined) return lower === start;
  let at = start.length;
  for (const part of rest) {
    const found = lower.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return lower.length - end.length >= at && lower.endsWith(end);
}
