import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../server/src/formats/index.ts';
import type { ConfigDocument, ConfigEntry } from '../../server/src/model/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { catalog } from './knowledge.ts';

/** Long and odd enough to be wrong in most ways, so that many rules have something to say of it. */
const PASSWORD = 'correct horse, "battery" <staple> ÄÖ';
export const ESCAPED_PASSWORD = JSON.stringify(PASSWORD).slice(1, -1);

/** What must be nowhere: any piece by which one of the secrets could be known. */
export const SECRET_PIECES = ['correct horse', 'battery"', 'battery\\"', 'staple', 'h0rse', 'horse-'];

/** Secrets and what is wrong beside them, so that their lines are shown. */
const KEYS: Readonly<Record<string, string>> = {
  AuthorizationKey: ESCAPED_PASSWORD,
  authorizationkey: 'horse-duplicate',
  AuthorisationKey: 'horse-misspelt',
  'Vendor.WifiPassword': ESCAPED_PASSWORD,
  'Vendor.BackendUrl': 'wss://user:h0rse@url@example.org/ocpp?token=h0rse-query&id=7',
  HeartbeatInterval: '10',
  LocalPreAuthorize: 'TRUE',
  WebSocketPingInterval: '10',
};

const entries = Object.entries(KEYS);
const list = entries
  .map(([key, value]) => `{"key":"${key}","readonly":false,"value":"${value}"}`)
  .join(',\n');
const map = entries.map(([key, value]) => `"${key}": "${value}"`).join(',\n');
const plain = entries.map(([key, value]) => `${key}=${value.replaceAll('\\"', '"')}`).join('\n');
const answer = `{"configurationKey":[${list}]}`;

const COMMENTS = `{ "configurationKey": [
  // "AuthorizationKey": "horse-commented"
  { "key": "WebSocketPingInterval", "value": "10" }, // password: horse-beside the problem
  // { "key": "AuthorizationKey", "readonly": false, "value": "horse-record" },
  // wss://user:horse-address@example.org
  { "key": "HeartbeatInterval", "value": "10" }, /* ["Vendor.Token", "horse-tuple"] */
  { "key": "LocalPreAuthorize", "value": "TRUE" } // wifi_psk = horse-line, end
] }
`;

const INI_COMMENTS = `[Ocpp]
# AuthorizationKey=horse-commented, with a comma
WebSocketPingInterval=10
; Vendor.WifiPassword = "horse-quoted"
HeartbeatInterval=10
# ftp://user:horse-address@example.org/logs
LocalPreAuthorize=TRUE
`;

/** Written by hand, with what is wrong and what is beside the keys, by their names. */
export const SECRET_FILES: Readonly<Record<string, string>> = {
  'answer.json': answer,
  'broken.json': answer.slice(0, -3),
  'cut.json': `{"configurationKey":[{"key":"WebSocketPingInterval","value":"10"},{"key":"AuthorizationKey","value":"horse-cut`,
  'list.json': `[${entries.map(([key, value]) => `{"key":"${key}","value":"${value}"}`).join(',')}]`,
  'tuples.json': `[${entries.map(([key, value]) => `["${key}","${value}"]`).join(',')}]`,
  'map.json': `{${map}}`,
  'template.json': `{"vendor":"Alfen","configuration":{${map}}}`,
  'everest.json': `{"Core":{${map}},"Internal":{"ChargePointId":"x"}}`,
  'station.json': `{"chargePointVendor":"x","Configuration":${answer}}`,
  'beside.json': `{"chargePointVendor":"x","wifi":{"password":"horse-beside"},"Configuration":${answer},"token":"horse-end"}`,
  'comments.jsonc': COMMENTS,
  'frames.log': `2024-01-01 [3,"1",${answer.replaceAll('\n', '')}]\n2024-01-01 [2,"2","ChangeConfiguration",{"key":"AuthorizationKey","value":"${ESCAPED_PASSWORD}"}]\n`,
  'comments.ini': INI_COMMENTS,
  'station.ini': `[Ocpp]\n${plain}\n`,
  'station.properties': plain,
  '.env': plain,
};

const FIXTURES = join(import.meta.dirname, '..', 'formats', 'fixtures');

/** A file of each shape that there is, with secrets in the place of its last keys. */
export function plantedFixtures(): Readonly<
  Record<string, { readonly text: string; readonly shape: string }>
> {
  const planted: Record<string, { text: string; shape: string }> = {};
  for (const folder of ['json', 'ini']) {
    for (const name of readdirSync(join(FIXTURES, folder))) {
      const text = readFileSync(join(FIXTURES, folder, name), 'utf8');
      const document = parsed(name, text);
      if (document === undefined) continue;
      // A file must still be known by the keys that are left.
      for (let count = 4; count > 0; count--) {
        const withSecrets = planting(document, folder, count);
        if (parsed(name, withSecrets)?.shape !== document.shape || !withSecrets.includes('horse')) continue;
        planted[`planted-${folder}-${name}`] = { text: withSecrets, shape: document.shape };
        break;
      }
    }
  }
  return planted;
}

function parsed(path: string, text: string): ConfigDocument | undefined {
  return parseDocument(text, { path, isKeyName: catalog.isKeyName });
}

const PLANTED: readonly (readonly [key: string, value: string])[] = [
  ['AuthorizationKey', PASSWORD],
  ['BasicAuthPassword', PASSWORD],
  ['Vendor_WifiPassword', 'horse-wifi'],
  ['Vendor_Url', 'wss://user:h0rse@example.org'],
];

function planting(document: ConfigDocument, folder: string, count: number): string {
  const edits = document.scopes.flatMap((scope) =>
    scope.entries
      .filter(isPlain)
      .slice(-count)
      .flatMap((entry, index) => {
        const [key = '', value = ''] = PLANTED[index] ?? [];
        const written = folder === 'json' ? JSON.stringify(value) : value;
        return [
          { range: entry.keyRange, newText: key },
          { range: entry.value.fullRange, newText: written },
        ];
      }),
  );
  return applyEdits(
    document.text,
    edits.sort((a, b) => a.range.start - b.range.start),
  );
}

function isPlain(
  entry: ConfigEntry,
): entry is ConfigEntry & { readonly value: NonNullable<ConfigEntry['value']> } {
  return entry.value !== undefined && entry.value.kind !== 'array' && entry.value.kind !== 'object';
}
