/** Secrets in every shape of file, and every output that `check` has: none of them may show one. */

import { expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';

/** Long and odd enough to be wrong in most ways, so that many rules have something to say of it. */
const PASSWORD = 'correct horse, "ba77ery" <staple> ÄÖ';
const ESCAPED = JSON.stringify(PASSWORD).slice(1, -1);
/** What must be nowhere: any piece by which the password could be known. */
const PIECES = ['correct horse', 'ba77ery', 'staple', 'h0rse-url', 'horse-duplicate'];

const KEYS: Readonly<Record<string, string>> = {
  AuthorizationKey: ESCAPED,
  authorizationkey: 'horse-duplicate',
  'Vendor.WifiPassword': ESCAPED,
  'Vendor.BackendUrl': 'wss://user:h0rse-url@example.org/ocpp',
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

const FILES: Readonly<Record<string, string>> = {
  'answer.json': answer,
  'broken.json': answer.slice(0, -3),
  'list.json': `[${entries.map(([key, value]) => `{"key":"${key}","value":"${value}"}`).join(',')}]`,
  'tuples.json': `[${entries.map(([key, value]) => `["${key}","${value}"]`).join(',')}]`,
  'map.json': `{${map}}`,
  'template.json': `{"vendor":"Alfen","configuration":{${map}}}`,
  'everest.json': `{"Core":{${map}},"Internal":{"ChargePointId":"x"}}`,
  'station.json': `{"chargePointVendor":"x","Configuration":${answer}}`,
  'frames.log': `2024-01-01 [3,"1",${answer.replaceAll('\n', '')}]\n2024-01-01 [2,"2","ChangeConfiguration",{"key":"AuthorizationKey","value":"${ESCAPED}"}]\n`,
  'station.ini': `[Ocpp]\n${plain}\n`,
  'station.properties': plain,
  '.env': plain,
};

test.each([
  [['--format', 'text']],
  [['--format', 'text', '--color']],
  [['--format', 'json']],
  [['--format', 'ndjson']],
  [['--format', 'sarif']],
  [['--format', 'github']],
  [['--format', 'gitlab']],
  [['--format', 'junit']],
  [['--format', 'checkstyle']],
  [['--format', 'sarif', '--jobs', '2', '--lang', 'de']],
  [['--summary']],
  [['--summary', '--format', 'json']],
  [['--summary', '--format', 'html']],
  [['--dry-run']],
  [['--fix']],
  [['--baseline', 'baseline.json', '--update-baseline']],
])('%j', async (options) => {
  const folder = new Folder().with(FILES);
  const { stdout, stderr } = await run(['check', '--no-ignore', ...options, '.'], { cwd: folder.path });
  const baseline = folder.names().includes('baseline.json') ? folder.read('baseline.json') : '';
  const output = `${stdout}${stderr}${baseline}`;

  expect(output.length).toBeGreaterThan(100);
  for (const piece of PIECES) expect(output).not.toContain(piece);
});

test('stations on lines', async () => {
  const wrapped = Object.entries(FILES)
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([, text]) => [
      text,
      `{"id":"x","configuration":${text}}`,
      `{"id":"x","password":"${ESCAPED}",`,
    ]);
  const input = wrapped.map((text) => `${text.replaceAll('\n', ' ')}\n`).join('');
  for (const options of [
    [],
    ['--summary'],
    ['--summary', '--format', 'json'],
    ['--summary', '--format', 'html'],
  ]) {
    const { stdout, stderr } = await run(['check', '--ndjson', ...options], { input });
    expect(stdout.length).toBeGreaterThan(100);
    for (const piece of PIECES) expect(stdout + stderr).not.toContain(piece);
  }
});
