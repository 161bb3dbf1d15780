/** Texts for protocol tests: small ones whose problems are few and well known, and large ones that take time. */

/** A GetConfiguration answer with these values. */
export function getConfiguration(values: Readonly<Record<string, string>>): string {
  const entries = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  return JSON.stringify({ configurationKey: entries }, undefined, 2);
}

/** So many entries that their analysis takes many slices: each value is of the wrong type, which is one problem. */
export function longConfiguration(entries: number): string {
  const entry = '  { "key": "HeartbeatInterval", "readonly": false, "value": "often" }';
  return `{ "configurationKey": [\n${Array(entries).fill(entry).join(',\n')}\n] }\n`;
}

/** JSON that is no charger configuration. */
export const NOT_OURS = '{ "name": "my-app", "version": "1.0.0", "scripts": { "build": "tsc" } }\n';
