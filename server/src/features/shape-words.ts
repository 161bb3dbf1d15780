/** What people call the kinds of files, by the names of their shapes; others are called by the name itself. */
const WORDS: Readonly<Record<string, string>> = {
  'change-configuration': 'ChangeConfiguration requests',
  'commissioning-template': 'Commissioning template',
  'component-list': 'List of components and variables',
  'device-model': 'EVerest device model for OCPP 2.x',
  'device-model-description': 'Description of a device model, OCPP 2.x',
  'everest-16': 'EVerest configuration for OCPP 1.6',
  'flat-map': 'Map of keys and values',
  'get-configuration': 'GetConfiguration answer',
  'ini-sections': 'INI file',
  'key-catalogue': 'Catalogue of keys',
  'key-list': 'List of keys',
  'key-map': 'Map of keys',
  'key-tuples': 'List of keys and values',
  'microocpp-store': 'MicroOcpp settings',
  'ocpp-frames': 'OCPP messages',
  properties: 'Keys and values',
  'station-template': 'Station template of the e-mobility simulator',
};

/** A shape as a person calls it: "GetConfiguration answer". */
export function shapeWords(shape: string): string {
  const words = WORDS[shape] ?? shape.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
