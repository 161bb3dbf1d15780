/** The shape of each real file, by its path or the longest folder that begins it; `none` where it has no keys. */
export const EXPECTED_SHAPES: Readonly<Record<string, string>> = {
  'app-config-embedded/': 'everest-16',
  'changeconfiguration-list/': 'change-configuration',
  'commissioning-template/': 'commissioning-template',
  'device-model-json/': 'device-model-description',
  'everest-v16/': 'everest-16',
  'everest-v2/': 'device-model',
  'getconfiguration-conf/': 'get-configuration',
  'ini-open-ocpp/': 'ini-sections',
  'ini-other/': 'ini-sections',
  'key-array-variants/apostoldevel-': 'key-map',
  'key-array-variants/chargepi-component-map-201.json': 'device-model',
  'key-array-variants/chargepi-': 'key-list',
  'key-array-variants/microocpp-': 'microocpp-store',
  'key-array-variants/nhp-parameter-catalogue.json': 'key-catalogue',
  'key-array-variants/ocpp-manager-v16-configuration.json': 'key-list',
  'key-array-variants/rest-component-variables.json': 'component-list',
  'key-array-variants/rocpp-tuples-2025-05.json': 'flat-map',
  'key-array-variants/rocpp-tuples.json': 'key-tuples',
  'not-ours/': 'none',
  'ocppj-frames/': 'ocpp-frames',
  'properties-env/': 'properties',
  'station-template/': 'station-template',
  'vendors/': 'get-configuration',
  'vendors/chargepi/chargepi-configuration.json': 'key-list',
  // Settings of programs that name no OCPP key.
  'vendors/chargepi/chargepi-settings.json': 'none',
  'vendors/openevse/wifi-gateway-config.json': 'none',
  'vendors/open-ocpp/': 'ini-sections',
  // Back ends, which the same program can be as well.
  'vendors/open-ocpp/quick_start_centralsystem.ini': 'none',
  'vendors/open-ocpp/quick_start_localcontroller.ini': 'none',
  'vendors/phoenix-contact/': 'key-map',
  'vendors/pionix-everest/': 'everest-16',
  'vendors/schneider-electric/evlink-commissioning-parameters.json': 'commissioning-template',
  'vendors/schneider-electric/evlink-getconfiguration.json': 'get-configuration',
  'vendors/schneider-electric/': 'station-template',
  'vendors/siemens/': 'station-template',
  // No reader for YAML: nothing is said about these files.
  'yaml/': 'none',
};

/** What a file must be recognised as. */
export function expectedShape(path: string): string {
  const prefixes = Object.keys(EXPECTED_SHAPES).filter((prefix) => path.startsWith(prefix));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) throw new Error(`${path} is in no folder of the table`);
  return EXPECTED_SHAPES[longest] ?? 'none';
}
