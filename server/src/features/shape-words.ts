/** What people call the kinds of files, by the names of their shapes; others are called by the name itself. */
const WORDS: Readonly<Record<string, string>> = {
  'get-configuration': 'GetConfiguration answer',
  'station-template': 'Station template of the e-mobility simulator',
  'everest-16': 'EVerest configuration for OCPP 1.6',
  'ocpp-frames': 'OCPP messages',
  'ini-sections': 'INI file',
  properties: 'List of keys and values',
};

/** A shape as a person calls it: "GetConfiguration answer". */
export function shapeWords(shape: string): string {
  const words = WORDS[shape] ?? shape.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
