import { test } from 'vitest';
import { checkFolding, INI } from '../helpers/features.ts';

test('INI: sections, runs of entries, comments', () => {
  checkFolding(
    `# A file //{ head
# of ours //} head
[Ocpp] //{ section
# Timing //{ timing
# and so on //} timing
HeartbeatInterval=900 //{ first
ConnectionTimeOut=60
ResetRetries=3 //} first

LocalPreAuthorize=true //{ second
LocalAuthorizeOffline=true //} second //} section

[Acme] //{ acme
Mode=1 //{ mode
Speed=2 //} mode //} acme
`,
    INI,
  );
});

test('INI: one entry is no run', () => {
  checkFolding(
    `[Ocpp] //{ all\nHeartbeatInterval=900\n\nResetRetries=3\n\nConnectionTimeOut=60 //} all\n`,
    INI,
  );
});

test('JSON: the list of keys without its closing bracket, comments', () => {
  checkFolding(
    `{
  // The values //{ comment
  // of a template //} comment
  "configurationKey": [ //{ list
    { "key": "HeartbeatInterval", "value": "900" },
    { "key": "ResetRetries", "value": "3" } //} list
  ]
}
`,
    { path: 'charger.jsonc' },
  );
});

test('JSON on one line has nothing to fold', () => {
  checkFolding('{ "configurationKey": [ { "key": "HeartbeatInterval", "value": "900" } ] }');
});

test('CRLF and a byte order mark', () => {
  const text = '[Ocpp] //{ all\nHeartbeatInterval=900 //{ run\nResetRetries=3 //} run //} all\n';
  checkFolding(`\ufeff${text.replaceAll('\n', '\r\n')}`, INI);
});
