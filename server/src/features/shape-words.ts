/** What people call the kinds of files, by the names of their shapes; others are called by the name itself. */
const WORDS: Readonly<Record<string, string>> = {
  'get-configuration': 'GetConfiguration answer',
};

/** A shape as a person calls it: "GetConfiguration answer". */
export function shapeWords(shape: string): string {
  const words = WORDS[shape] ?? shape.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
