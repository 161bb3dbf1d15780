import * as l10n from '@vscode/l10n';

/** What people call the kinds of files, by the names of their shapes; others are called by the name itself. */
const WORDS: Readonly<Record<string, () => string>> = {
  'change-configuration': () => l10n.t('ChangeConfiguration requests'),
  'commissioning-template': () => l10n.t('Commissioning template'),
  'component-list': () => l10n.t('List of components and variables'),
  'device-model': () => l10n.t('EVerest device model for OCPP 2.x'),
  'device-model-description': () => l10n.t('Description of a device model, OCPP 2.x'),
  'everest-16': () => l10n.t('EVerest configuration for OCPP 1.6'),
  'flat-map': () => l10n.t('Map of keys and values'),
  'get-configuration': () => l10n.t('GetConfiguration answer'),
  'ini-sections': () => l10n.t('INI file'),
  'key-catalogue': () => l10n.t('Catalogue of keys'),
  'key-list': () => l10n.t('List of keys'),
  'key-map': () => l10n.t('Map of keys'),
  'key-tuples': () => l10n.t('List of keys and values'),
  'microocpp-store': () => l10n.t('MicroOcpp settings'),
  'ocpp-frames': () => l10n.t('OCPP messages'),
  properties: () => l10n.t('Keys and values'),
  'station-template': () => l10n.t('Station template of the e-mobility simulator'),
};

/** A shape as a person calls it: "GetConfiguration answer". */
export function shapeWords(shape: string): string {
  const words = WORDS[shape]?.() ?? shape.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
